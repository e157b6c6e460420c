import type { RedisRun } from "@/lib/delivery/schema";

/** What became of Redis since it was last seen well. */
export type RedisHealth =
  /** Nothing. */
  | "well"
  /** It begins its life with this Barker. */
  | "new"
  /** It lost everything. */
  | "wiped"
  /** It is as it was long ago, or is another's: what it holds may lack something in the middle. */
  | "set back"
  /** It began anew with what it had on disk, which may lack the last moments. */
  | "restarted";

/**
 * What became of Redis.
 * @param before what it was, as the graph remembers it
 * @param now what it says of itself; an epoch of "" is none, a pulse of 0 none
 * @param kept how long (ms) what was delivered can be delivered anew
 */
export function redisHealth(before: RedisRun | null, now: RedisRun, kept: number): RedisHealth {
  if (now.epoch === "") return before === null ? "new" : "wiped";
  if (before === null) return "set back";
  if (now.epoch !== before.epoch) return "set back";
  if (now.run === before.run) return "well";
  return before.pulse - now.pulse < kept / 2 ? "restarted" : "set back";
}
