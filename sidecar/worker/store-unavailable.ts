import { ApiError } from "@/lib/errors";

/** How Redis says that it takes nothing now: it is full, still loading, busy, or a replica. */
const REDIS_REFUSES = /^(OOM|LOADING|BUSY|READONLY|MISCONF|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|UNKILLABLE)\b/;
/** How ioredis says that there is no Redis. */
const REDIS_GONE = /^(Reached the max retries|Connection is closed|Command timed out|connect E|read E|write E)/;

/** Whether something failed because a store was away or overwhelmed, so that trying again may well help. */
export function isStoreUnavailable(error: unknown): boolean {
  if (error instanceof ApiError) return error.code === "away";
  return error instanceof Error && (REDIS_REFUSES.test(error.message) || REDIS_GONE.test(error.message));
}
