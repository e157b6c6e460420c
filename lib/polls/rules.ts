import type { NewPoll, Poll } from "@/lib/polls/schema";
import { graphemeCount, isVisible } from "@/lib/text/length";
import { DAY_MS, MINUTE_MS } from "@/lib/time";

/** How many options a poll has at most. */
export const OPTION_LIMIT = 4;
/** The maximum number of characters of an option, as readers count them. */
export const OPTION_LENGTH = 50;
/** What the code points of an option are limited to, of which one character can have any number. */
const CODE_POINTS = 400;

/** The limits of polls, as clients are told; times in seconds. */
export const POLL_LIMITS = {
  max_options: OPTION_LIMIT,
  max_characters_per_option: OPTION_LENGTH,
  min_expiration: (5 * MINUTE_MS) / 1_000,
  max_expiration: (7 * DAY_MS) / 1_000,
};

/** Why options cannot be those of a poll, and what apps are told about it. */
export const OPTION_FAULTS = {
  number: `must be 2 to ${OPTION_LIMIT}`,
  empty: "must all say something",
  long: `have at most ${OPTION_LENGTH} characters each`,
  twice: "must differ from each other",
} as const;

/** Why (cleaned) options cannot be those of a poll, or null when they can. */
export function optionFault(options: string[]): keyof typeof OPTION_FAULTS | null {
  if (options.length < 2 || options.length > OPTION_LIMIT) return "number";
  if (!options.every(isVisible)) return "empty";
  if (options.some(isTooLong)) return "long";
  return new Set(options).size < options.length ? "twice" : null;
}

/** Whether a (cleaned) option has too many characters. */
export function isTooLong(option: string): boolean {
  return option.length > CODE_POINTS || graphemeCount(option) > OPTION_LENGTH;
}

/** What the graph stores of a new poll that begins at `now` (Unix ms). */
export function storedPoll({ options, expires_in, multiple, hide_totals }: NewPoll, now: number) {
  return { options, multiple, hideTotals: hide_totals, endsAt: now + expires_in * 1_000 };
}
export type StoredPoll = ReturnType<typeof storedPoll>;

/** What an edit does to a poll. */
interface PollChange {
  /** Whether it changes anything. */
  changes: boolean;
  /** The options after the edit; empty without a poll. */
  options: string[];
  /** What happens to the poll that the bark has: it ends, or it gets another end. */
  change: { ends: boolean; hideTotals: boolean | null; endsAt: number | null };
  /** The poll that takes its place. */
  asked: StoredPoll[];
}

/**
 * What an edit at `at` (Unix ms) does to the poll of a bark. Other options, or another number of choices, are a new poll
 * without votes; otherwise it only gets a new end, unless it has ended: then it stays as it is.
 * @param wanted null ends it, undefined keeps it
 */
export function pollChange(now: Poll | null, wanted: NewPoll | null | undefined, at: number): PollChange {
  const titles = now?.options.map(({ title }) => title) ?? [];
  const nothing = { ends: false, hideTotals: null, endsAt: null };
  if (wanted === undefined || (wanted === null && !now))
    return { changes: false, options: titles, change: nothing, asked: [] };
  const ends = { ...nothing, ends: now !== null };
  if (wanted === null) return { changes: true, options: [], change: ends, asked: [] };
  const stored = storedPoll(wanted, at);
  const { options, multiple, hideTotals, endsAt } = stored;
  const same = now?.multiple === multiple && JSON.stringify(titles) === JSON.stringify(options);
  if (same && Date.parse(now.expires_at) <= at) return { changes: false, options, change: nothing, asked: [] };
  if (!same) return { changes: true, options, change: ends, asked: [stored] };
  return { changes: true, options, change: { ends: false, hideTotals, endsAt }, asked: [] };
}
