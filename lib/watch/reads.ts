import { existsSync } from "node:fs";
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";
import { idFloor } from "@/lib/ids";
import { activePeople, instanceCounts } from "@/lib/instance/reads";
import { loader } from "@/lib/loader";
import { metrics } from "@/lib/metrics";
import { read } from "@/lib/neo4j";
import { connectRedis } from "@/lib/redis/tcp";
import { singleton } from "@/lib/singleton";
import { DAY_MS, MINUTE_MS } from "@/lib/time";
import { certificateEnd } from "@/lib/watch/certificate";
import { histogramOf, shareWithin, sumOf } from "@/lib/watch/histogram";

const DAYS = 14;
const WEEK_MS = 7 * DAY_MS;
/** How long (ms) a gateway may take to tell its figures. */
const PATIENCE_MS = 2_000;

const Created = z.object({ barks: z.number(), people: z.number() });
const Count = z.object({ count: z.number() });
const Active = z.object({ people: z.number() });

/** A day (UTC) that begins at `at` (Unix ms): what was written, and who joined. */
export interface WatchedDay {
  at: number;
  barks: number;
  people: number;
}

/** What matters of a town that runs. Times in seconds; null where nothing happened yet, or nobody knows. */
export interface TownState {
  days: WatchedDay[];
  /** How many people used it in the last day, week and month. */
  active: { day: number; week: number; month: number };
  /** From a bark to the last timeline, since the gateways started; null when none of them answers. */
  delivery: { median: number | null; p95: number | null; dead: number; connected: number } | null;
  /** Deeds that are not delivered yet. */
  pending: number;
  /** The answers of this web server since it started (Unix ms). */
  answers: { since: number; count: number; failed: number; p95: number | null };
  sizes: Sizes;
  /** Until when (Unix ms) the certificate is valid. */
  certificate: number | null;
}

/** Measuring looks at every file; that is not done for each look at the page. */
const sizes = singleton("town-sizes", () =>
  loader<Sizes>({
    ttl: 5 * MINUTE_MS,
    size: 1,
    load: async (keys) => {
      const measured = await measure();
      return new Map(keys.map((key) => [key, measured]));
    },
  }),
);

/** How this town is, for the people who run it. @param now Unix ms */
export async function townState(now = Date.now()): Promise<TownState> {
  const [days, active, delivery, pending, answers, measured, certificate] = await Promise.all([
    lastDays(now),
    activeLately(now),
    deliveryState(),
    read("outbox/count", {}, Count),
    ownAnswers(now),
    sizes().get("all"),
    certificateEnd(),
  ]);
  if (!measured) throw new Error("the town was not measured");
  return { days, active, delivery, pending: pending[0]?.count ?? 0, answers, sizes: measured, certificate };
}

async function lastDays(now: number): Promise<WatchedDay[]> {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const starts = Array.from({ length: DAYS }, (_, index) => today - (DAYS - 1 - index) * DAY_MS);
  return Promise.all(
    starts.map(async (at) => {
      const range = { from: idFloor(at), to: idFloor(at + DAY_MS) };
      const [row] = await read("instance/created_between", range, Created);
      return { at, barks: row?.barks ?? 0, people: row?.people ?? 0 };
    }),
  );
}

async function activeLately(now: number): Promise<TownState["active"]> {
  const since = async (days: number) =>
    (await read("instance/active", { since: now - days * DAY_MS }, Active))[0]?.people ?? 0;
  const [day, week, { month }] = await Promise.all([since(1), since(7), activePeople()]);
  // The month is counted once an hour.
  return { day, week, month: Math.max(month, week) };
}

async function deliveryState(): Promise<TownState["delivery"]> {
  const hosts = env().BARKER_SIDECARS.split(",").filter(Boolean);
  const texts = (await Promise.all(hosts.map(metricsOf))).filter((text) => text !== null);
  if (texts.length === 0) return null;
  const lag = histogramOf(texts, "barker_delivery_seconds");
  return {
    median: shareWithin(lag, 0.5),
    p95: shareWithin(lag, 0.95),
    dead: sumOf(texts, "barker_dead_jobs_total"),
    connected: sumOf(texts, "barker_sockets"),
  };
}

async function metricsOf(host: string): Promise<string | null> {
  try {
    const answer = await fetch(`http://${host}/metrics`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

async function ownAnswers(now: number): Promise<TownState["answers"]> {
  const text = await metrics().registry.metrics();
  const failed = [...text.matchAll(/^barker_http_request_seconds_count\{[^}]*status="5\d\d"[^}]*\} (\S+)$/gm)];
  const all = histogramOf([text], "barker_http_request_seconds");
  return {
    since: Math.round(now - process.uptime() * 1_000),
    count: all.counts.at(-1) ?? 0,
    failed: failed.reduce((sum, [, count]) => sum + Number(count), 0),
    p95: shareWithin(all, 0.95),
  };
}

/** The files below a folder. */
interface FolderSize {
  files: number;
  bytes: number;
  /** Bytes of the files that were written in the last seven days. */
  newBytes: number;
}

/** How large this town is, and how fast it grows. Bytes are null where this machine cannot know them. */
export interface Sizes {
  people: number;
  barks: number;
  /** In the last seven days. */
  newPeople: number;
  newBarks: number;
  /** Null when they are on an S3-compatible server. */
  media: FolderSize | null;
  /** The files of Neo4j; null when it is on another machine. */
  database: FolderSize | null;
  /** What Redis holds in memory; null when it does not tell. */
  redisBytes: number | null;
  backups: FolderSize;
  freeBytes: number;
}

/** Measures this town. @param now Unix ms */
export async function measure(now = Date.now()): Promise<Sizes> {
  const { BARKER_DATA: data, BARKER_MEDIA_S3_ENDPOINT } = env();
  const range = { from: idFloor(now - WEEK_MS), to: idFloor(now + DAY_MS) };
  const [counts, created, media, database, backups, disk, redisBytes] = await Promise.all([
    instanceCounts(),
    read("instance/created_between", range, Created),
    BARKER_MEDIA_S3_ENDPOINT ? null : folderSize(join(data, "media"), now),
    existsSync(join(data, "neo4j", "data")) ? folderSize(join(data, "neo4j", "data"), now) : null,
    folderSize(join(data, "backups"), now),
    statfs(data),
    redisMemory(),
  ]);
  const { people: newPeople = 0, barks: newBarks = 0 } = created[0] ?? {};
  return { ...counts, newPeople, newBarks, media, database, redisBytes, backups, freeBytes: disk.bavail * disk.bsize };
}

async function folderSize(folder: string, now: number): Promise<FolderSize> {
  const size = { files: 0, bytes: 0, newBytes: 0 };
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
    // A file may be removed meanwhile.
    const found = await stat(join(folder, name)).catch(() => null);
    if (!found?.isFile()) continue;
    size.files += 1;
    size.bytes += found.size;
    if (found.mtimeMs > now - WEEK_MS) size.newBytes += found.size;
  }
  return size;
}

async function redisMemory(): Promise<number | null> {
  if (env().REDIS_URL === "") return null;
  const redis = connectRedis({ maxRetriesPerRequest: 0, retryStrategy: () => null, lazyConnect: true });
  try {
    await redis.connect();
    const used = /^used_memory:(\d+)/m.exec(await redis.info("memory"))?.[1];
    return used === undefined ? null : Number(used);
  } catch {
    return null;
  } finally {
    redis.disconnect();
  }
}
