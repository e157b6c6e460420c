import { notAllowed, SCHEDULE_LIMITS } from "@/lib/barks/rules";
import { ApiError, invalid } from "@/lib/errors";

/** Why a bark with a word, or a link, that the town does not allow cannot be stored. */
export const blockedWord = (word: string): ApiError => invalid("status", "ERR_INVALID", notAllowed(word));

/** Why an edit cannot add a word that the staff read first. */
export function heldWord(word: string): ApiError {
  const sentence = `The people who run this town first read what says “${word}”, so it cannot be added to a bark that is out.`;
  return invalid("status", "ERR_INVALID", sentence);
}

/** Why a bark cannot be scheduled for a day, also by moving it. */
export function tooManyScheduled(): ApiError {
  const { total, aDay } = SCHEDULE_LIMITS;
  const message = `Validation failed: You can schedule ${total} barks, and ${aDay} for one day.`;
  return new ApiError("invalid", { message });
}

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
