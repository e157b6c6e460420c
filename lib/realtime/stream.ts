import type { Redis } from "ioredis";
import { z } from "zod";
import { Cursor } from "@/lib/realtime/schema";
import { redis } from "@/lib/redis";
import { channels, keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";

const Kind = z.enum(["bark", "edited", "deleted", "notification", "read", "start"]);

/** An entry of a live stream: about a bark, an alert, markers, or the beginning of the stream. */
export interface StreamEntry {
  id: string;
  kind: z.infer<typeof Kind>;
  /** A bark's id, an encoded alert, or markers as JSON. */
  value: string;
}

const Entries = z.array(
  z
    .tuple([z.string(), z.tuple([Kind, z.string()])])
    .transform(([id, [kind, value]]): StreamEntry => ({ id, kind, value })),
);

/** More than a stream can hold, so that one read returns all of it. */
const ALL = 1_000;

/**
 * The entries after `cursor`, or null when the stream no longer reaches back to it: a cursor always
 * names an entry, so its absence means that entries were cut off or lost.
 */
export async function entriesAfter(personId: string, cursor: string): Promise<StreamEntry[] | null> {
  const entries = Entries.parse(await tcpRedis().xrange(keys.live(personId), cursor, "+", "COUNT", ALL));
  return entries[0]?.id === cursor ? entries.slice(1) : null;
}

/** Whether a cursor is well-formed: a malformed one is answered with `gap`, not with an error of Redis. */
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
 * Registers that a person is connected to a gateway until `until` (Unix ms), so that it is notified of their events.
 * @returns the id of their newest event
 */
export async function registerConnection(personId: string, gateway: string, until: number): Promise<string> {
  const key = [keys.listening, keys.online(personId), keys.live(personId)];
  const args = [personId, gateway, Date.now(), until].map(String);
  return String(await redis().runScript("connect", key, args));
}

/** A change of a bark that somebody may be watching. */
export const BarkChange = z.enum(["counts", "edited", "deleted"]);
export type BarkChange = z.infer<typeof BarkChange>;

/** Publishes a change of a bark to the gateways where it is watched. */
export async function announceBarkChange(barkId: string, what: BarkChange): Promise<void> {
  await tcpRedis().publish(channels.bark(barkId), what);
}

/** Unregisters a person from a gateway: none of their devices is connected there any more. */
export async function unregisterConnection(tcp: Redis, personId: string, gateway: string): Promise<void> {
  await tcp.zrem(keys.online(personId), gateway);
}
