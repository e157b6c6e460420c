import { afterAll, describe, expect, it, vi } from "vitest";
import { deleteBark } from "@/lib/barks/writes";
import type { Job } from "@/lib/delivery/schema";
import { newId } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { rebark } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows, deleteFollows } from "@/testing/follows";
import { count, plantBarks } from "@/testing/graph";
import { makePeople } from "@/testing/people";
import { memberOf, timelineOf } from "@/testing/timelines";
import { homePage } from "@/lib/timelines/reads";
import { deliver } from "@/sidecar/worker/deliver";

vi.hoisted(() => (process.env["BARKER_HUB_FOLLOWERS"] = "3"));

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

const job = (kind: Job["kind"], actorId: string, subjectId: string, of?: string): Job => ({
  outboxId: newId(),
  kind,
  actorId,
  subjectId,
  of,
});
const told = async (personId: string) =>
  (await tcpRedis().xrange(keys.live(personId), "-", "+"))
    .map(([, fields]) => fields)
    .filter(([kind]) => kind !== "start");

/** All of a person's Home, page by page from the newest bark. */
async function all(personId: string): Promise<string[]> {
  const read: string[] = [];
  for (;;) {
    const { statuses } = await homePage(personId, { limit: 20, maxId: read.at(-1) });
    read.push(...statuses.map(({ id }) => id));
    if (statuses.length < 20) return read;
  }
}

/** All of a person's Home, page by page from the oldest bark. */
async function upward(personId: string, oldest: string): Promise<string[]> {
  const read = [oldest];
  for (;;) {
    const { statuses } = await homePage(personId, { limit: 20, minId: read[0] });
    read.unshift(...statuses.map(({ id }) => id));
    if (statuses.length < 20) return read;
  }
}

/** Creates a bark and delivers it here, without the job stream: workers of other tests have another limit. */
async function bark(authorId: string): Promise<string> {
  const [id = ""] = await plantBarks(authorId, 1, { until: Date.now() });
  await deliver(job("bark", authorId, id));
  return id;
}

/** A high-follower author with three followers, one of whom also follows somebody else. Their timelines are cached. */
async function square() {
  const [hub, other, reader, ...others] = await makePeople(5);
  if (!hub || !other || !reader) throw new Error("nobody");
  for (const person of [reader, ...others]) await plantFollows(person.id, [hub]);
  await plantFollows(reader.id, [other]);
  await plantBarks(other.id, 2, { until: Date.now() - 60_000 });
  for (const person of [reader, ...others]) await homePage(person.id, { limit: 20 }, { live: true });
  return { hub, other, reader, others };
}

describe("a high-follower author", () => {
  it("has barks that all followers read, that no timeline stores, and that connected devices receive once", async () => {
    const { hub, reader, others } = await square();
    const id = await bark(hub.id);
    await deliver(job("bark", hub.id, id));
    for (const person of [reader, ...others]) {
      expect((await all(person.id))[0]).toBe(id);
      expect(await timelineOf(person.id)).not.toContain(id);
      expect(await told(person.id)).toEqual([["bark", id]]);
    }
    expect(await count("(:Person:HighFollower {id: $id})", { id: hub.id })).toBe(1);
  });

  it("keeps barks from the time with fewer followers in the timelines", async () => {
    const [author, first, second, third] = await makePeople(4);
    if (!author || !first || !second || !third) throw new Error("nobody");
    await plantFollows(first.id, [author]);
    await homePage(first.id, { limit: 20 });
    const before = await bark(author.id);
    for (const person of [second, third]) await plantFollows(person.id, [author]);
    const after = await bark(author.id);
    expect(await timelineOf(first.id)).toEqual([before]);
    for (const person of [first, second, third]) expect(await all(person.id)).toEqual([after, before]);
  });

  it("is merged in the right order on every page, in both directions", async () => {
    const { hub, other, reader } = await square();
    const long = await plantBarks(hub.id, 430, { until: Date.now() - 50_000, gap: 7_000 });
    const short = await plantBarks(other.id, 30, { until: Date.now() - 55_000, gap: 60_000 });
    await tcpRedis().zrem(keys.active, reader.id);
    const earlier = await all(reader.id);
    expect(earlier).toEqual(expect.arrayContaining([...long, ...short]));
    const newest: string[] = [];
    for (let turn = 0; turn < 6; turn++) newest.unshift(await bark(turn % 2 === 0 ? hub.id : other.id));
    const everything = [...newest, ...earlier];
    expect(everything).toEqual(everything.toSorted().toReversed());
    expect(await all(reader.id)).toEqual(everything);
    expect(await upward(reader.id, everything.at(-1) ?? "")).toEqual(everything);
  });

  it("appears on Home after a follow and disappears after an unfollow", async () => {
    const { hub, other, reader } = await square();
    await bark(hub.id);
    const [late] = await makePeople(1);
    if (!late) throw new Error("nobody");
    const [own = ""] = await plantBarks(late.id, 1, { until: Date.now() - 3_600_000 });
    await homePage(late.id, { limit: 20 });
    await plantFollows(late.id, [hub]);
    await deliver(job("follow", late.id, hub.id));
    const id = await bark(hub.id);
    expect(await all(late.id)).toEqual([id, expect.any(String), own]);
    await deleteFollows(reader.id, [hub]);
    await deliver(job("unfollow", reader.id, hub.id));
    await bark(hub.id);
    const left = await homePage(reader.id, { limit: 20 });
    expect(left.statuses.map(({ account }) => account.id)).toEqual([other.id, other.id]);
    expect(await tcpRedis().smembers(keys.highFollowersOf(reader.id))).toEqual([]);
  });

  it("deletes a bark from all timelines and from connected devices", async () => {
    const { hub, reader } = await square();
    const id = await bark(hub.id);
    await deleteBark(hub.id, id);
    await deliver(job("delete", hub.id, id));
    expect(await all(reader.id)).not.toContain(id);
    expect(await tcpRedis().zscore(keys.newest(hub.id), memberOf(id))).toBeNull();
    expect(await told(reader.id)).toEqual([
      ["bark", id],
      ["deleted", id],
    ]);
  });

  it("does not show a rebark of a bark that is already among the newest", async () => {
    const { hub, other, reader } = await square();
    const of = await bark(other.id);
    const { id } = await rebark(hub.id, of);
    await deliver(job("rebark", hub.id, id, of));
    const { statuses } = await homePage(reader.id, { limit: 20 });
    expect(statuses.filter((status) => status.id === of || status.reblog?.id === of)).toHaveLength(1);
  });

  it("is still read after Redis loses the cached recent barks or the timeline", async () => {
    const { hub, reader } = await square();
    const ids = [await bark(hub.id), await bark(hub.id)].toReversed();
    await tcpRedis().del(keys.newest(hub.id));
    expect((await all(reader.id)).slice(0, 2)).toEqual(ids);
    await tcpRedis().del(keys.newest(hub.id));
    const third = await bark(hub.id);
    expect((await all(reader.id)).slice(0, 3)).toEqual([third, ...ids]);
    await tcpRedis().del(keys.timeline(reader.id), keys.highFollowersOf(reader.id), keys.newest(hub.id));
    await tcpRedis().zrem(keys.active, reader.id);
    expect((await all(reader.id)).slice(0, 3)).toEqual([third, ...ids]);
    expect((await all(reader.id)).slice(0, 3)).toEqual([third, ...ids]);
  });
});
