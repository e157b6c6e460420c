import type { Poll } from "@/lib/polls/schema";
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
