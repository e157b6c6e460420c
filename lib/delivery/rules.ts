import type { RedisRun } from "@/lib/delivery/schema";

/** What happened to Redis since it was last found healthy. */
export type RedisHealth =
  /** Nothing happened. */
  | "well"
  /** This Barker uses it for the first time. */
  | "new"
  /** It lost everything. */
  | "wiped"
  /** It was restored from an old state, or belongs to another Barker: its data may have gaps. */
  | "set back"
  /** It restarted from its data on disk, which may lack the last moments before. */
  | "restarted";

/**
 * Compares the current Redis run with the one recorded before.
 * @param before the run recorded in the graph
 * @param now the current run; an epoch of "" and a heartbeat of 0 mean none
 * @param kept how long (ms) delivered entries can be delivered again
 */
export function redisHealth(before: RedisRun | null, now: RedisRun, kept: number): RedisHealth {
  if (now.epoch === "") return before === null ? "new" : "wiped";
  if (before === null) return "set back";
  if (now.epoch !== before.epoch) return "set back";
  if (now.run === before.run) return "well";
  return before.pulse - now.pulse < kept / 2 ? "restarted" : "set back";
}
