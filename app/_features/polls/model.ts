import type { LocalDraft } from "@/app/_client/drafts/model";
import { isTooLong, optionFault } from "@/lib/polls/rules";
import type { Poll } from "@/lib/polls/schema";
import { cleanText } from "@/lib/text/clean";
import { isVisible } from "@/lib/text/length";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/time";

const UNITS = [
  ["days", DAY_MS],
  ["hours", HOUR_MS],
  ["minutes", MINUTE_MS],
] as const;

/** How long it is from `now` to `end` (both Unix ms), in the largest unit of which it is at least one; null below all. */
export function leftOf(end: number, now: number): { unit: (typeof UNITS)[number][0]; count: number } | null {
  const [unit, ms] = UNITS.find(([, length]) => end - now >= length) ?? [];
  return unit && ms ? { unit, count: Math.round((end - now) / ms) } : null;
}

/**
 * The share of each option in whole per cent; empty while the totals are hidden. Where one may choose several, the share
 * of the people.
 */
export function percents(poll: Pick<Poll, "options" | "multiple" | "voters_count" | "votes_count">): number[] {
  const whole = poll.multiple ? poll.voters_count : poll.votes_count;
  return poll.options.flatMap(({ votes_count: votes }) => {
    if (votes === null) return [];
    return whole === 0 ? [0] : [Math.round((votes / whole) * 100)];
  });
}

/** How long a poll may run, as offered in the composer. */
export const POLL_DURATIONS = [
  { unit: "minutes", count: 5, seconds: 300 },
  { unit: "minutes", count: 30, seconds: 1_800 },
  { unit: "hours", count: 1, seconds: 3_600 },
  { unit: "hours", count: 6, seconds: 21_600 },
  { unit: "hours", count: 12, seconds: 43_200 },
  { unit: "days", count: 1, seconds: 86_400 },
  { unit: "days", count: 3, seconds: 259_200 },
  { unit: "days", count: 7, seconds: 604_800 },
] as const;

/** What is wrong with an option while it is being written; nothing as long as it is empty. */
export function optionFaultOf(options: string[], place: number): "long" | "twice" | null {
  const cleaned = options.map(cleanText);
  const title = cleaned[place] ?? "";
  if (title === "") return null;
  if (isTooLong(title)) return "long";
  return cleaned.indexOf(title) < place ? "twice" : null;
}

/** Why a draft cannot be sent with its poll; null when it can, or has no poll. */
export function pollFault({
  text,
  pictures,
  poll,
}: Pick<LocalDraft, "text" | "pictures" | "poll">): "pictures" | "question" | ReturnType<typeof optionFault> {
  if (!poll) return null;
  if (pictures.length > 0) return "pictures";
  return optionFault(poll.options.map(cleanText)) ?? (isVisible(text) ? null : "question");
}
