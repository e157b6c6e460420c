import { z } from "zod";
import { actsOf, type ActOnBark } from "@/lib/effects/reads";
import { idFloor } from "@/lib/ids";
import { read, IdRow } from "@/lib/neo4j";
import { allActs, memberOf, scoresOf, timeOf } from "@/lib/popular/rules";
import { HOUR_MS } from "@/lib/time";
import { Act } from "@/lib/popular/schema";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";

const Touched = z.object({ id: z.string(), barkId: z.string().nullable() });

/** Acts per script call, which takes Redis a few milliseconds. */
const STEP = 500;
/** The maximum number of rows per query of a rebuild. */
const PAGE = 5_000;

const hourAgo = () => Date.now() - HOUR_MS;

/**
 * Counts what somebody did to a bark according to the graph; idempotent.
 * @param known what they did, if that was read already
 */
export async function recordActs(barkId: string, personId: string, known: ActOnBark[] | null = null): Promise<void> {
  const acts = known ?? (await actsOf(personId, barkId));
  const counted = acts.flatMap(({ counts, kind, id }) => (counts && kind !== null ? [{ kind, id }] : []));
  await settle(allActs(barkId, personId, counted));
}

/** The barks that a bark answers and quotes. */
export async function targetsOf(barkId: string): Promise<string[]> {
  return (await read("popular/targets_of_bark", { barkId }, IdRow)).map(({ id }) => id);
}

/** Removes a deleted bark from the popular ones; its acts expire within the hour. */
export async function dropPopular(barkId: string): Promise<void> {
  await tcpRedis().zrem(keys.popular, barkId);
}

/** Removes acts older than an hour, in short steps that may be interrupted anywhere. */
export async function expireActs(): Promise<void> {
  for (let taken = STEP; taken === STEP;) {
    const args = [String(hourAgo()), String(STEP)];
    taken = Number(await redis().runScript("popular_expire", [keys.popular, keys.popularActs], args));
  }
}

/**
 * Rebuilds popularity from the graph when this epoch of Redis has none yet; acts counted meanwhile are kept.
 * @returns the number of acts found, or null when there was nothing to do
 */
export async function buildPopular(worker: string): Promise<number | null> {
  const tcp = tcpRedis();
  const [epoch, built] = await tcp.mget(keys.epoch, keys.popularEpoch);
  if (!epoch || built === epoch) return null;
  if ((await tcp.set(keys.popularLock, worker, "PX", 60_000, "NX")) !== "OK") return null;
  try {
    const found = await countAll();
    await tcp.set(keys.popularEpoch, epoch);
    return found;
  } finally {
    // Released at once, so that a retry after a failure does not wait for the lock to expire.
    if ((await tcp.get(keys.popularLock)) === worker) await tcp.del(keys.popularLock);
  }
}

/** Counts the acts of the last hour in the graph. @returns their number */
async function countAll(): Promise<number> {
  const barks = await touchedBarks(idFloor(hourAgo()));
  let found = 0;
  for (let from = 0; from < barks.length; from += STEP) {
    const acts = await actsOn(barks.slice(from, from + STEP));
    await settle(acts);
    found += acts.length;
  }
  return found;
}

/** The barks whose score differs from the graph. */
export async function findMiscounted(barkIds: string[]): Promise<string[]> {
  if (barkIds.length === 0) return [];
  await expireActs();
  const [acts, counted] = await Promise.all([actsOn(barkIds), tcpRedis().zmscore(keys.popular, ...barkIds)]);
  const scores = scoresOf(acts, Date.now());
  return barkIds.filter((id, index) => Number(counted[index] ?? 0) !== (scores.get(id) ?? 0));
}

/** A sample of the most popular barks and of others with a score. */
export async function sampleCounted(count: number): Promise<string[]> {
  const tcp = tcpRedis();
  const [top, others] = await Promise.all([
    tcp.zrevrange(keys.popular, 0, count - 1),
    tcp.zrandmember(keys.popular, count),
  ]);
  return [...new Set([...top, ...[others].flat().map(String)])];
}

async function settle(acts: Act[]): Promise<void> {
  for (let from = 0; from < acts.length; from += STEP) {
    const pairs = acts.slice(from, from + STEP).flatMap((act) => [memberOf(act), timeOf(act)]);
    await redis().runScript("popular_settle", [keys.popular, keys.popularActs], [String(hourAgo()), ...pairs]);
  }
}

/** Recounts a bark from the graph. For rare repairs: it scans all counted acts. */
export async function recount(barkId: string): Promise<void> {
  const known: string[] = [];
  for await (const found of tcpRedis().zscanStream(keys.popularActs, { match: `${barkId} *`, count: 1_000 })) {
    const flat: unknown[] = Array.isArray(found) ? found : [];
    known.push(...flat.filter((_, index) => index % 2 === 0).map(String));
  }
  if (known.length > 0) await tcpRedis().zrem(keys.popularActs, ...known);
  await dropPopular(barkId);
  await settle(await actsOn([barkId]));
}

async function actsOn(ids: string[]): Promise<Act[]> {
  return ids.length > 0 ? read("popular/acts_on_barks", { ids, since: idFloor(hourAgo()) }, Act) : [];
}

/** Barks with an act since then (an id). */
async function touchedBarks(since: string): Promise<string[]> {
  const touched = new Set<string>();
  for (const how of ["liked", "reacted", "answered"] as const) {
    for (let after: string | undefined = since; after !== undefined;) {
      const rows: z.infer<typeof Touched>[] = await read(`popular/barks_${how}_since`, { after, limit: PAGE }, Touched);
      for (const { barkId } of rows) if (barkId) touched.add(barkId);
      after = rows.length < PAGE ? undefined : rows.at(-1)?.id;
    }
  }
  return [...touched];
}
