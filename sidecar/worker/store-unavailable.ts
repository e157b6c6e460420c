import { ApiError } from "@/lib/errors";
import { REDIS_REFUSES } from "@/lib/redis/port";

/** Errors of ioredis without a working connection. */
const REDIS_GONE = /^(Reached the max retries|Connection is closed|Command timed out|connect E|read E|write E)/;

/** Whether an error means that a store is unavailable or overloaded, so that a retry may succeed. */
export function isStoreUnavailable(error: unknown): boolean {
  if (error instanceof ApiError) return error.code === "away";
  return error instanceof Error && (REDIS_REFUSES.test(error.message) || REDIS_GONE.test(error.message));
}
