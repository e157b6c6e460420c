import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/ids";
import { redis } from "@/lib/redis";
import {
  ACTIVE_NOTED_MS,
  ALERTS_BUILDING_SECONDS,
  ALERTS_SECONDS,
  deliveryKeys,
  keys,
  LIVE_SECONDS,
  ORDER_SECONDS,
  REPEAT_WINDOW,
  TOMBSTONE_SECONDS,
} from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { encodeBounds, encodeEntry } from "@/lib/timelines/rules";
import type { TimelineEntry } from "@/lib/timelines/schema";

const made: string[] = [];
afterAll(async () => {
  for (const id of made) {
    await tcpRedis().zrem(keys.active, id);
    await tcpRedis().zrem(keys.listening, id);
    await tcpRedis().del(...deliveryKeys([id]), keys.alerts(id), keys.highFollowersOf(id));
    await tcpRedis().del(keys.newest(id), keys.order(id));
  }
  tcpRedis().disconnect();
});

const barks = (count: number): TimelineEntry[] => Array.from({ length: count }, () => ({ id: newId(), of: null }));
const add = (key: string, entries: TimelineEntry[]) =>
  tcpRedis().zadd(key, ...entries.flatMap((entry) => [0, encodeEntry(entry)]));

/** Makes an active person whose timeline holds these entries. */
async function person(entries: TimelineEntry[] = []): Promise<string> {
  const id = newId();
  made.push(id);
  await tcpRedis().zadd(keys.active, Date.now(), id);
  if (entries.length > 0) await add(keys.timeline(id), entries);
  return id;
}

/** Delivers a bark or rebark. @returns the number of timelines that got it */
function deliver(author: string, entry: TimelineEntry, people: string[]): Promise<unknown> {
  const where = [keys.order(author), keys.tombstone(entry.id), keys.active, keys.listening, ...deliveryKeys(people)];
  const args = ["keep", "", String(Date.now()), entry.id, encodeEntry(entry), '{"type":"bark"}', ...people];
  return redis().runScript("deliver_bark", where, args);
}

const Page = z.tuple([z.literal(1), z.string(), z.string()], z.string());

/** The whole home timeline of a person. @returns its members */
async function home(id: string, order: "asc" | "desc", now = Date.now()): Promise<string[]> {
  const { newest, oldest } = encodeBounds({ max: "9".repeat(19), min: "0" });
  const where = [keys.active, keys.timeline(id), keys.live(id), keys.listening, keys.highFollowersOf(id)];
  const args = [id, String(now), "100", newest, oldest, order, "live"];
  return Page.parse(await redis().runScript("home_page", where, args))
    .slice(3)
    .map(String);
}

// The boundary, from both sides; literal numbers, so that a changed window fails the test.
const BORDER = [
  { place: 40, shown: 0 },
  { place: 41, shown: 1 },
];

describe("the window in which a bark is not repeated", () => {
  it("the repeat window is forty entries", () => expect(REPEAT_WINDOW).toBe(40));

  it.each(BORDER)("delivers a rebark of entry $place $shown times", async ({ place, shown }) => {
    const kept = barks(place);
    const reader = await person(kept);
    expect(await deliver(newId(), { id: newId(), of: kept[0]?.id ?? "" }, [reader])).toBe(shown);
    expect(await tcpRedis().zcard(keys.timeline(reader))).toBe(place + shown);
  });

  it.each(BORDER.flatMap((border) => (["asc", "desc"] as const).map((order) => ({ ...border, order }))))(
    "merges a rebark of entry $place by a high-follower author $shown times ($order)",
    async ({ place, shown, order }) => {
      const kept = barks(place);
      const passed = { id: newId(), of: kept[0]?.id ?? "" };
      const [reader, author] = [await person(kept), await person()];
      await tcpRedis().sadd(keys.highFollowersOf(reader), author);
      await redis().runScript("recent_add", [keys.newest(author)], ["all", encodeEntry(passed)]);
      const page = await home(reader, order);
      expect(page).toHaveLength(place + shown);
      expect(page.filter((member) => member === encodeEntry(passed))).toHaveLength(shown);
    },
  );

  // Deliveries that come while a timeline is being built compare themselves with what is there, which is nothing yet.
  it.each(BORDER)(
    "builds a timeline with a rebark of entry $place, delivered meanwhile, $shown times",
    async (border) => {
      const kept = barks(border.place);
      const reader = await person();
      const passed = { id: newId(), of: kept[0]?.id ?? "" };
      expect(await deliver(newId(), passed, [reader])).toBe(1);
      const where = [keys.active, keys.timeline(reader), keys.highFollowersOf(reader)];
      const fill = [reader, String(Date.now()), "0", ...[...kept, passed].map(encodeEntry)];
      expect(await redis().runScript("home_fill", where, fill)).toBe(1);
      expect(await tcpRedis().zcard(keys.timeline(reader))).toBe(border.place + border.shown);
    },
  );

  it.each(BORDER)("after a follow, a rebark of entry $place by the followed is there $shown times", async (border) => {
    const kept = barks(border.place);
    const reader = await person(kept);
    const passed = { id: newId(), of: kept[0]?.id ?? "" };
    const where = [keys.active, keys.timeline(reader), keys.highFollowersOf(reader)];
    expect(await redis().runScript("home_merge", where, [reader, "all", "", encodeEntry(passed)])).toBe(1);
    expect(await tcpRedis().zcard(keys.timeline(reader))).toBe(border.place + border.shown);
  });
});

/** A TTL that was just set. */
const justBegun = (seconds: number) =>
  expect.toSatisfy((left: number) => left > seconds - 10 && left <= seconds, `almost ${seconds} s`);

describe("lifetimes", () => {
  it("a deleted bark is remembered for an hour and is not delivered meanwhile", async () => {
    const [entry = { id: "", of: null }] = barks(1);
    const reader = await person([entry]);
    const where = [keys.tombstone(entry.id), keys.listening, ...deliveryKeys([reader])];
    const args = ["kept", String(Date.now()), entry.id, encodeEntry(entry), '{"type":"bark:deleted"}', reader];
    await redis().runScript("deliver_deletion", where, args);
    expect(TOMBSTONE_SECONDS).toBe(3_600);
    expect(await tcpRedis().ttl(keys.tombstone(entry.id))).toEqual(justBegun(TOMBSTONE_SECONDS));
    expect(await deliver(newId(), entry, [reader])).toBe(0);
    expect(await tcpRedis().exists(keys.timeline(reader))).toBe(0);
    await tcpRedis().del(keys.tombstone(entry.id));
    expect(await deliver(newId(), entry, [reader])).toBe(1);
  });

  it.each([
    { ago: ACTIVE_NOTED_MS, noted: false },
    { ago: ACTIVE_NOTED_MS + 1, noted: true },
  ])("somebody last seen $ago ms ago is noted as active: $noted", async ({ ago, noted }) => {
    const reader = await person();
    const now = Date.now();
    await tcpRedis().zadd(keys.active, now - ago, reader);
    await home(reader, "desc", now);
    expect(Number(await tcpRedis().zscore(keys.active, reader))).toBe(noted ? now : now - ago);
  });

  it("a live stream is kept for a week after its last event", async () => {
    const reader = await person();
    await home(reader, "desc");
    await tcpRedis().expire(keys.live(reader), 100);
    expect(await deliver(newId(), { id: newId(), of: null }, [reader])).toBe(1);
    expect(await tcpRedis().ttl(keys.live(reader))).toEqual(justBegun(LIVE_SECONDS));
  });

  it("the delivery order of an author is kept for a day after their last bark", async () => {
    const author = await person();
    await redis().runScript("order_note", [keys.order(author)], [newId()]);
    expect(await tcpRedis().ttl(keys.order(author))).toEqual(justBegun(ORDER_SECONDS));
  });

  it("a list of alerts has a minute to be built and is kept for two weeks", async () => {
    const list = keys.alerts(await person());
    await redis().runScript("alerts_page", [list], ["(9", "(0", "desc", "10", "mark"]);
    expect(await tcpRedis().ttl(list)).toEqual(justBegun(ALERTS_BUILDING_SECONDS));
    await redis().runScript("alerts_fill", [list], ["!all", "mark"]);
    expect(await tcpRedis().ttl(list)).toEqual(justBegun(ALERTS_SECONDS));
  });
});
