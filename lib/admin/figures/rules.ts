import { DAY_MS } from "@/lib/time";

/** Some days (UTC) in succession, of which the first begins at `from` (Unix ms). */
export interface Period {
  from: number;
  days: number;
}

/** The days from the one of a time to the one of another, both included. Times are Unix ms. */
export function periodOf(start: number, end: number): Period {
  const [first, last] = [Math.floor(start / DAY_MS), Math.floor(end / DAY_MS)];
  return { from: first * DAY_MS, days: last - first + 1 };
}

/** As many days directly before a period. */
export const before = ({ from, days }: Period): Period => ({ from: from - days * DAY_MS, days });

/** When a period ends: when the day after it begins (Unix ms). */
export const endOf = ({ from, days }: Period): number => from + days * DAY_MS;

/** When each day of a period begins (Unix ms). */
export const startsOf = ({ from, days }: Period): number[] =>
  Array.from({ length: days }, (_, day) => from + day * DAY_MS);
