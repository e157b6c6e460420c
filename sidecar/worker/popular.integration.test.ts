import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBark, deleteBark } from "@/lib/barks/writes";
import type { Job } from "@/lib/delivery/schema";
import { newId } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { block } from "@/lib/moderation/writes";
import { peopleOf, PERSON, WEIGHT } from "@/lib/popular/rules";
import { expireActs, findMiscounted, recount } from "@/lib/popular/writes";
import { like, react, rebark, unlike, unreact, unrebark } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { call } from "@/testing/api";
import { makePeople, makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import { countPopular, keepPopular } from "@/sidecar/worker/popular";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

const exact = async (id: string) => Number((await tcpRedis().zscore(keys.popular, id)) ?? 0);
const score = async (id: string) => Math.floor(await exact(id));
const people = async (id: string) => peopleOf(await exact(id));
const job = (kind: Job["kind"], actorId: string, subjectId: string, more: Partial<Job> = {}): Job => ({
  outboxId: newId(),
  kind,
  actorId,
  subjectId,
  ...more,
});

async function bark(authorId: string, more: object = {}): Promise<string> {
  const created = await createBark(authorId, { text: "Words", ...more });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

async function town() {
  const [author, otter, fern] = await makePeople(3);
  if (!author || !otter || !fern) throw new Error("nobody");
  return { author, otter, fern, id: await bark(author.id) };
}

/** Acts on a bark in every way, some more than once, and delivers the jobs. */
async function applaud(personId: string, id: string) {
  await like(personId, id);
  for (const emoji of ["🐾", "🌳"]) await react(personId, id, emoji);
  const { id: passed } = await rebark(personId, id);
  const reply = await bark(personId, { replyTo: id });
  const second = await bark(personId, { replyTo: id });
  const quote = await bark(personId, { quotes: id });
  const jobs = [
    job("like", personId, id),
    job("react", personId, id),
    job("rebark", personId, passed, { of: id }),
    ...[reply, second, quote].map((barkId) => job("bark", personId, barkId)),
  ];
  for (const one of [...jobs, ...jobs.toReversed()]) await countPopular(one);
  return { reply, second, quote };
}

const ALL = Object.values(WEIGHT).reduce((sum, weight) => sum + weight, 0);

describe("a bark's popularity within the last hour", () => {
  it("counts each kind of act once per person, however often it is delivered", async () => {
    const { otter, fern, id } = await town();
    await applaud(otter.id, id);
    expect(await score(id)).toBe(ALL);
    await applaud(fern.id, id);
    expect(await score(id)).toBe(2 * ALL);
    expect(await people(id)).toBe(2);
    expect(await findMiscounted([id])).toEqual([]);
  });

  it("does not count acts of its author, nor any act on barks that are not public", async () => {
    const { author, otter, id } = await town();
    await applaud(author.id, id);
    expect(await score(id)).toBe(0);
    const unlisted = await bark(author.id, { audience: "unlisted" });
    await like(otter.id, unlisted);
    await countPopular(job("like", otter.id, unlisted));
    expect(await score(unlisted)).toBe(0);
  });

  it("loses exactly the acts that are undone", async () => {
    const { otter, id } = await town();
    const { reply, second, quote } = await applaud(otter.id, id);
    const after = async (weight: number) =>
      expect([await score(id), await people(id)]).toEqual([weight, weight > 0 ? 1 : 0]);
    await unreact(otter.id, id, "🐾");
    await countPopular(job("unreact", otter.id, id));
    await after(ALL);
    await unreact(otter.id, id, "🌳");
    await countPopular(job("unreact", otter.id, id));
    await after(ALL - WEIGHT.reaction);
    await deleteBark(otter.id, second);
    await countPopular(job("delete", otter.id, second, { of: id }));
    await after(ALL - WEIGHT.reaction);
    await deleteBark(otter.id, reply);
    await countPopular(job("delete", otter.id, reply, { of: id }));
    await after(WEIGHT.like + WEIGHT.rebark + WEIGHT.quote);
    await deleteBark(otter.id, quote);
    await countPopular(job("delete", otter.id, quote, { quoted: id }));
    await unrebark(otter.id, id);
    await countPopular(job("unrebark", otter.id, id));
    await after(WEIGHT.like);
    await unlike(otter.id, id);
    for (let turn = 0; turn < 2; turn++) await countPopular(job("unlike", otter.id, id));
    await after(0);
    expect(await tcpRedis().zscore(keys.popular, id)).toBeNull();
  });

  it("loses acts older than an hour once, however many workers expire them at the same time", async () => {
    const { id } = await town();
    const some = Array.from({ length: 1_500 }, () => newId());
    const [old, recent] = [Date.now() - 3_600_001, Date.now()];
    // The score first: workers of other tests may expire acts as soon as they exist.
    await tcpRedis().zadd(keys.popular, 3_000 + 1_500 * PERSON, id);
    const acts = some.flatMap((person, index) => [String(index < 1_200 ? old : recent), `${id} reply ${person}`]);
    await tcpRedis().zadd(keys.popularActs, ...acts);
    await Promise.all(Array.from({ length: 4 }, () => expireActs()));
    expect([await score(id), await people(id)]).toEqual([600, 300]);
    await recount(id);
    expect(await score(id)).toBe(0);
  });

  it("is recounted from the graph after Redis lost it", async () => {
    const { otter, fern, id } = await town();
    for (const person of [otter, fern]) await applaud(person.id, id);
    await recount(id);
    expect(await score(id)).toBe(2 * ALL);
    // A worker of another test may be building it now, or have been stopped while doing so.
    await tcpRedis().del(keys.popular, keys.popularActs, keys.popularEpoch, keys.popularLock);
    await tcpRedis().set(keys.epoch, newId(), "NX");
    await until(async () => {
      await keepPopular("a worker");
      return (await score(id)) === 2 * ALL;
    });
    expect(await score(id)).toBe(2 * ALL);
  });
});

const Statuses = z.array(z.object({ id: z.string(), people_this_hour: z.number() }));

/** The part of a score that tells of two people. */
const TWO = 2 * PERSON;

describe("the popular barks", () => {
  it("are none that only one person acted on, whatever that person did", async () => {
    const { otter, fern, id } = await town();
    const listed = async () =>
      Statuses.parse((await call("GET", "/api/v1/trends/statuses?limit=40")).json).some((status) => status.id === id);
    await applaud(otter.id, id);
    expect(await listed()).toBe(false);
    await applaud(fern.id, id);
    await until(listed);
    await tcpRedis().zrem(keys.popular, id);
  });

  it("are ordered by popularity, without deleted ones and those across a block", async () => {
    const { author, otter, fern, id } = await town();
    const other = await bark(otter.id);
    const gone = await bark(otter.id);
    await tcpRedis().zadd(keys.popular, 9_002 + TWO, id, 9_001 + TWO, other, 9_003 + TWO, gone);
    await deleteBark(otter.id, gone);
    const { token } = await makeToken(fern.id);
    const popular = async (query = "", as?: string) => {
      const answer = await call("GET", `/api/v1/trends/statuses?limit=40${query}`, { token: as });
      expect(answer.status).toBe(200);
      const ids = Statuses.parse(answer.json).map((status) => status.id);
      return ids.filter((one) => [id, other, gone].includes(one));
    };
    expect(await popular()).toEqual([id, other]);
    await applaud(fern.id, other);
    const { json } = await call("GET", "/api/v1/trends/statuses?limit=40");
    const told = Statuses.parse(json).find((status) => status.id === other);
    expect(told?.people_this_hour).toBe(3);
    await block(author.id, fern.id);
    expect(await popular("", token)).toEqual([other]);
    await countPopular(job("delete", otter.id, gone));
    expect(await tcpRedis().zscore(keys.popular, gone)).toBeNull();
    await tcpRedis().zrem(keys.popular, id, other);
  });

  it("are at most a hundred, and each page continues after the last one", async () => {
    const page = async (query: string) =>
      Statuses.parse((await call("GET", `/api/v1/trends/statuses?${query}`)).json).map((status) => status.id);
    const { author } = await town();
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.push(await bark(author.id));
    for (const [index, id] of ids.entries()) await tcpRedis().zadd(keys.popular, 99_000 + TWO - index, id);
    expect(await page("limit=2")).toEqual(ids.slice(0, 2));
    expect(await page("limit=3&offset=2")).toEqual(ids.slice(2, 5));
    expect(await page("offset=100")).toEqual([]);
    expect((await page("limit=1000")).length).toBeLessThanOrEqual(100);
    await tcpRedis().zrem(keys.popular, ...ids);
  });
});
