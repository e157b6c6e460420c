import type { Redis } from "ioredis";
import { z } from "zod";
import { Cursor } from "@/lib/realtime/schema";
import { channels, keys, LIVE_SECONDS } from "@/lib/redis/keys";
import { tcpRedis, tcpScript } from "@/lib/redis/tcp";

const Kind = z.enum(["bark", "edited", "deleted", "notification", "read", "start"]);

/** What an entry of a live stream says: something about a bark, an alert, markers, or that the stream began. */
export interface StreamEntry {
  id: string;
  kind: z.infer<typeof Kind>;
  /** A bark's id, an alert as it is kept, or markers as JSON. */
  value: string;
}

const Entries = z.array(
  z
    .tuple([z.string(), z.tuple([Kind, z.string()])])
    .transform(([id, [kind, value]]): StreamEntry => ({ id, kind, value })),
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
  return Cursor.safeParse(cursor).success;
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
export async function registerConnection(personId: string, gateway: string, until: number): Promise<string> {
  const key = [keys.listening, keys.online(personId), keys.live(personId)];
  const args = [personId, gateway, Date.now(), until, LIVE_SECONDS].map(String);
  return String(await tcpScript("connect", key, args));
}

/** What happened to a bark that somebody may be watching. */
export const BarkChange = z.enum(["counts", "edited", "deleted"]);
export type BarkChange = z.infer<typeof BarkChange>;

/** Tells the gateways where a bark is being watched that something about it changed. */
export async function announceBarkChange(barkId: string, what: BarkChange): Promise<void> {
  await tcpRedis().publish(channels.bark(barkId), what);
}

/** Notes that nobody of a person is connected to a gateway any more. */
export async function unregisterConnection(redis: Redis, personId: string, gateway: string): Promise<void> {
  await redis.zrem(keys.online(personId), gateway);
}
