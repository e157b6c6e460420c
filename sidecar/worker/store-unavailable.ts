import { ApiError } from "@/lib/errors";

/** Errors of a Redis that cannot execute commands now: it is full, loading, busy, or a replica. */
const REDIS_REFUSES = /^(OOM|LOADING|BUSY|READONLY|MISCONF|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|UNKILLABLE)\b/;
/** Errors of ioredis without a working connection. */
const REDIS_GONE = /^(Reached the max retries|Connection is closed|Command timed out|connect E|read E|write E)/;

/** Whether an error means that a store is unavailable or overloaded, so that a retry may succeed. */
export function isStoreUnavailable(error: unknown): boolean {
  if (error instanceof ApiError) return error.code === "away";
  return error instanceof Error && (REDIS_REFUSES.test(error.message) || REDIS_GONE.test(error.message));
}
