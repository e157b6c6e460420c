import { afterAll, describe, expect, it } from "vitest";
import { createBark, deleteBark } from "@/lib/barks/writes";
import type { Page } from "@/lib/http/page";
import { driver } from "@/lib/neo4j";
import { viewerRelationshipLoader } from "@/lib/people/reads";
import { HOME_LENGTH, keys, LIVE_SECONDS } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows, deleteFollows } from "@/testing/follows";
import { plantBarks } from "@/testing/graph";
import { makePeople, makePerson } from "@/testing/people";
import { memberOf, timelineOf } from "@/testing/timelines";
import { until as waitFor } from "@/testing/until";
import { homePage } from "@/lib/timelines/reads";
import { deliverBark } from "@/lib/timelines/writes";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

/** A reader who follows `authors` people with `barks` barks each, in turns, one second apart. */
async function reading({ authors = 3, barks = 20 } = {}) {
  const [reader, ...people] = await makePeople(authors + 1);
  if (!reader) throw new Error("nobody");
  const until = Date.now() - 60_000;
  const planted = await Promise.all(
    people.map(({ id }, turn) => plantBarks(id, barks, { until: until - turn * 1_000, gap: authors * 1_000 })),
  );
  await plantFollows(reader.id, people);
  const [first] = people;
  if (!first) throw new Error("nobody to read");
  return { reader, first, planted, all: planted.flat().toSorted().toReversed() };
}

const page = async (readerId: string, bounds: Partial<Page> = {}) =>
  (await homePage(readerId, { limit: 20, ...bounds })).statuses.map(({ id }) => id);
/** A bark as it is delivered when it is its author's first. */
const told = (id: string, authorId: string) => ({ id, authorId, after: null });
const kept = (readerId: string) => tcpRedis().zcard(keys.timeline(readerId));

/** All pages from the newest down; asserts that all but the last are full. */
async function downward(readerId: string, limit: number): Promise<string[]> {
  const read: string[] = [];
  for (;;) {
    const ids = await page(readerId, { limit, maxId: read.at(-1) });
    read.push(...ids);
    if (ids.length < limit) return read;
  }
}

describe("Home", () => {
  it("has the reader's own barks and those of people they follow, newest first, and no others", async () => {
    const { reader, all } = await reading();
    const own = await plantBarks(reader.id, 3, { gap: 7_500 });
    await plantBarks((await makePerson()).id, 5);
    const expected = [...own, ...all].toSorted().toReversed();
    expect(await page(reader.id, { limit: 40 })).toEqual(expected.slice(0, 40));
  });

  it("has the reader's own new bark at once, before any worker has run its job", async () => {
    const author = await makePerson();
    expect(await page(author.id)).toEqual([]);
    const made = await createBark(author.id, { text: "Mine" });
    const id = made.ok ? made.status.id : "";
    await waitFor(async () => (await timelineOf(author.id)).length === 1);
    expect(await timelineOf(author.id)).toEqual([id]);
    expect(await page(author.id)).toEqual([id]);
  });

  it("is empty for a new person, and then has their own first bark", async () => {
    const { id } = await makePerson();
    expect(await page(id)).toEqual([]);
    const own = await plantBarks(id, 1);
    expect(await page(id)).toEqual(own);
  });

  it("can be read down to its first bark, beyond what Redis holds, without gap or overlap", async () => {
    const { reader, all } = await reading({ authors: 3, barks: 450 });
    expect(await downward(reader.id, 40)).toEqual(all);
    expect(await kept(reader.id)).toBe(HOME_LENGTH);
  });

  it("can be read upward from the oldest bark by min_id, without gap or overlap", async () => {
    const { reader, all } = await reading({ authors: 2, barks: 230 });
    await page(reader.id);
    const read: string[] = [];
    for (let ids = ["0"]; ids.length > 0; read.unshift(...ids)) {
      ids = await page(reader.id, { limit: 40, minId: read[0] ?? "0" });
    }
    expect(read).toEqual(all);
  });

  it("respects both bounds, above and below what Redis holds", async () => {
    const { reader, all } = await reading({ authors: 2, barks: 230 });
    await page(reader.id);
    for (const at of [10, 395, 430]) {
      const [upper, lower] = [all[at], all[at + 10]];
      expect(await page(reader.id, { maxId: upper, sinceId: lower })).toEqual(all.slice(at + 1, at + 10));
      expect(await page(reader.id, { limit: 3, maxId: upper, sinceId: lower })).toEqual(all.slice(at + 1, at + 4));
      expect(await page(reader.id, { limit: 3, maxId: upper, minId: lower })).toEqual(all.slice(at + 7, at + 10));
    }
  });

  it("is the same for twenty concurrent requests that trigger its build", async () => {
    const { reader, all } = await reading();
    const pages = await Promise.all(Array.from({ length: 20 }, () => page(reader.id)));
    for (const ids of pages) expect(ids).toEqual(all.slice(0, 20));
    expect(await kept(reader.id)).toBe(60);
  });

  it("is the same after Redis lost it in whole or in part", async () => {
    const { reader, all } = await reading({ barks: 30 });
    await page(reader.id);
    await tcpRedis().del(keys.timeline(reader.id));
    expect(await downward(reader.id, 20)).toEqual(all);
    await waitFor(async () => (await kept(reader.id)) === 90);
    await tcpRedis().del(keys.timeline(reader.id));
    await tcpRedis().zrem(keys.active, reader.id);
    expect(await downward(reader.id, 20)).toEqual(all);
    expect(await kept(reader.id)).toBe(90);
  });

  it("keeps the newest 400 entries, each once, when more arrive", async () => {
    const { reader, first, all } = await reading({ authors: 2, barks: 200 });
    await page(reader.id);
    const fresh = await plantBarks(first.id, 5, { until: Date.now() });
    for (const id of fresh.toReversed()) {
      await deliverBark(told(id, first.id), { type: "bark:deleted", id }, [reader.id, reader.id]);
    }
    expect((await timelineOf(reader.id)).slice(0, 5)).toEqual(fresh);
    expect(await kept(reader.id)).toBe(HOME_LENGTH);
    expect(await downward(reader.id, 40)).toEqual([...fresh, ...all]);
  });

  it("does not restore a bark that was cut off, and sends no second event, when it is delivered again", async () => {
    const { reader, all } = await reading({ authors: 2, barks: 230 });
    await homePage(reader.id, { limit: 20 }, { live: true });
    const old = all.at(-1) ?? "";
    await deliverBark(told(old, reader.id), { type: "bark:deleted", id: old }, [reader.id]);
    expect(await tcpRedis().zscore(keys.timeline(reader.id), memberOf(old))).toBeNull();
    expect(await tcpRedis().xlen(keys.live(reader.id))).toBe(1);
  });

  it("returns the cursor of the live stream when asked, and starts a stream that is missing", async () => {
    const { reader } = await reading();
    const { cursor } = await homePage(reader.id, { limit: 20 }, { live: true });
    expect(await tcpRedis().xrange(keys.live(reader.id), cursor ?? "", cursor ?? "")).toHaveLength(1);
    expect((await homePage(reader.id, { limit: 20 }, { live: true })).cursor).toBe(cursor);
    expect((await homePage(reader.id, { limit: 20 })).cursor).toBeNull();
    expect(await tcpRedis().ttl(keys.live(reader.id))).toBeGreaterThan(LIVE_SECONDS - 60);
  });
});

describe("unfollowing", () => {
  it.each([1, 20, 40])("takes effect at once in pages of %i, which stay full", async (limit) => {
    const { reader, first, planted } = await reading({ authors: 2, barks: 150 });
    await page(reader.id);
    await deleteFollows(reader.id, [first]);
    viewerRelationshipLoader().forget(`${reader.id} ${first.id}`);
    const recent = await plantBarks(first.id, 130, { until: Date.now(), gap: 10 });
    for (const id of recent) await deliverBark(told(id, first.id), { type: "bark:deleted", id }, [reader.id]);
    expect(await page(reader.id, { limit })).toEqual(planted[1]?.slice(0, limit));
    expect(await page(reader.id, { limit, minId: "0" })).toEqual(planted[1]?.slice(-limit));
  });
});

describe("a deleted bark", () => {
  it("is on no page, and pages stay full", async () => {
    const { reader, first, all, planted } = await reading();
    await page(reader.id);
    const gone = planted[0]?.slice(0, 12) ?? [];
    for (const id of gone) await deleteBark(first.id, id);
    expect(await page(reader.id)).toEqual(all.filter((id) => !gone.includes(id)).slice(0, 20));
  });
});
