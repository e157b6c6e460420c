import { idFloor, idTime, MAX_ID } from "@/lib/ids";
import type { ParsedQuery } from "@/lib/search/operators";
import type { SearchQuery } from "@/lib/search/input";
import { MINUTE_MS, DAY_MS } from "@/lib/time";

/** A range of bark ids: from `since`, up to but not including `before`. */
export interface Span {
  since: string;
  before: string;
}

const FIRST = "0".repeat(19);
/** The smallest ids. */
const BEGINNING = idTime(idFloor(Date.UTC(2015, 0, 1)));
/** A range with too many matches is split: this newest fraction of it, and the rest. */
const NEWEST = 1 / 8;
/** Over a very long time, the last days are searched first. */
const LATELY = 2 * DAY_MS;

/** The range of ids that a search covers, from its days and its page. */
export function spanOf(
  { since, before }: ParsedQuery,
  page: Pick<SearchQuery, "max_id" | "min_id" | "since_id">,
): Span {
  const [upper = MAX_ID] = [before, page.max_id].filter((id) => typeof id === "string").toSorted();
  // The lower bounds of a page are not part of it.
  const above = [page.min_id, page.since_id].flatMap((id) => (id ? [after(id)] : []));
  const lower = [since ?? FIRST, ...above].toSorted().at(-1) ?? FIRST;
  return { since: lower, before: upper };
}

function after(id: string): string {
  return (BigInt(id) + 1n).toString().padStart(19, "0");
}

/** Splits a range in two, the newer part first; null when it is too short. */
export function newestFirst({ since, before }: Span, now = Date.now()): [Span, Span] | null {
  const from = Math.max(BEGINNING, idTime(since));
  const to = before === MAX_ID ? now + MINUTE_MS : Math.min(now + MINUTE_MS, idTime(before));
  const length = Math.max(0, to - from);
  if (length < MINUTE_MS) return null;
  const cut = idFloor(Math.floor(to - Math.min(LATELY, length * NEWEST)));
  return cut > since && cut < before
    ? [
        { since: cut, before },
        { since, before: cut },
      ]
    : null;
}

/** Restricts a full-text query to a range of ids. */
export function within(query: string, { since, before }: Span): string {
  if (since === FIRST && before === MAX_ID && query !== "") return query;
  return `${query} +id:[${since} TO ${before}}`.trimStart();
}
