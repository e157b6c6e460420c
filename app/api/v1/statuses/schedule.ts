import { SCHEDULE_LIMITS } from "@/lib/barks/rules";
import { invalid } from "@/lib/errors";

/**
 * When a bark is to be sent, in Unix ms.
 * @throws ApiError invalid when that is too soon, or more than a year ahead
 */
export function dueTime(said: string, now: number): number {
  const at = Date.parse(said);
  if (at < now + SCHEDULE_LIMITS.ahead)
    throw invalid("scheduled_at", "ERR_INVALID", "A bark is scheduled at least five minutes ahead.");
  if (at > now + SCHEDULE_LIMITS.farthest)
    throw invalid("scheduled_at", "ERR_INVALID", "A bark is scheduled at most a year ahead.");
  return at;
}
