import type { Redis } from "ioredis";
import { z } from "zod";
import { keys, LIVE_SECONDS } from "@/lib/redis/keys";
import { tcpRedis, tcpScript } from "@/lib/redis/tcp";

/** What an entry of a live stream says: a bark came, one was deleted, or the stream began. */
export interface StreamEntry {
  id: string;
  kind: "bark" | "deleted" | "start";
  barkId: string;
}

const Entries = z.array(
  z
    .tuple([z.string(), z.tuple([z.enum(["bark", "deleted", "start"]), z.string()])])
    .transform(([id, [kind, barkId]]): StreamEntry => ({ id, kind, barkId })),
);

/** Longer than a stream can be, so that one read is always all of it. */
const ALL = 1_000;

/**
 * The entries after `cursor`, or null when the stream no longer reaches back to it: a cursor always
 * names an entry, so its absence means that entries were cut off or lost.
 */
export async function entriesAfter(personId: string, cursor: string): Promise<StreamEntry[] | null> {
  const entries = Entries.parse(await tcpRedis().xrange(keys.live(personId), cursor, "+", "COUNT", ALL));
  return entries[0]?.id === cursor ? entries.slice(1) : null;
}

/** Whether a cursor has the form of one: junk is answered with `gap`, not with an error of Redis. */
export function isCursor(cursor: unknown): cursor is string {
  return typeof cursor === "string" && /^\d{1,19}-\d{1,19}$/.test(cursor);
}

/** Whether event `a` comes after event `b` in a stream. */
export function isAfter(a: string, b: string): boolean {
  const [aMs = "", aSeq = ""] = a.split("-");
  const [bMs = "", bSeq = ""] = b.split("-");
  return compare(aMs, bMs) > 0 || (aMs === bMs && compare(aSeq, bSeq) > 0);
}

function compare(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * Notes that a person is connected to a gateway until `until` (Unix ms), so that their events wake it.
 * @returns the id of their newest event
 */
export async function enlist(personId: string, gateway: string, until: number): Promise<string> {
  const key = [keys.listening, keys.online(personId), keys.live(personId)];
  const args = [personId, gateway, Date.now(), until, LIVE_SECONDS].map(String);
  return String(await tcpScript("connect", key, args));
}

/** Notes that nobody of a person is connected to a gateway any more. */
export async function delist(redis: Redis, personId: string, gateway: string): Promise<void> {
  await redis.zrem(keys.online(personId), gateway);
}
