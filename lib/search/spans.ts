import { idFloor, idTime } from "@/lib/ids";
import type { ParsedQuery } from "@/lib/search/operators";
import type { SearchQuery } from "@/lib/search/input";

/** Ids of barks: at least `since`, less than `before`. */
export interface Span {
  since: string;
  before: string;
}

const FIRST = "0".repeat(19);
const LAST = "9".repeat(19);
const MINUTE = 60_000;
/** The first ids. */
const BEGINNING = idTime(idFloor(Date.UTC(2015, 0, 1)));
/** A span that is too full is asked in two: this newest part of it, and the rest. */
const NEWEST = 1 / 8;
/** The newest of a very long time are first looked for in the last days. */
const LATELY = 2 * 24 * 60 * MINUTE;

/** Which barks a search is about, by when they were barked and by the page that is asked for. */
export function spanOf(
  { since, before }: ParsedQuery,
  page: Pick<SearchQuery, "max_id" | "min_id" | "since_id">,
): Span {
  const [upper = LAST] = [before, page.max_id].filter((id) => typeof id === "string").toSorted();
  // The lower bounds of a page are not part of it.
  const above = [page.min_id, page.since_id].flatMap((id) => (id ? [after(id)] : []));
  const lower = [since ?? FIRST, ...above].toSorted().at(-1) ?? FIRST;
  return { since: lower, before: upper };
}

function after(id: string): string {
  return (BigInt(id) + 1n).toString().padStart(19, "0");
}

/** A span in two, the newer one first; null when it is too short to be cut. */
export function newestFirst({ since, before }: Span, now = Date.now()): [Span, Span] | null {
  const from = Math.max(BEGINNING, idTime(since));
  const to = before === LAST ? now + MINUTE : Math.min(now + MINUTE, idTime(before));
  const length = Math.max(0, to - from);
  if (length < MINUTE) return null;
  const cut = idFloor(Math.floor(to - Math.min(LATELY, length * NEWEST)));
  return cut > since && cut < before
    ? [
        { since: cut, before },
        { since, before: cut },
      ]
    : null;
}

/** A query for the full-text index within a span. */
export function within(query: string, { since, before }: Span): string {
  if (since === FIRST && before === LAST && query !== "") return query;
  return `${query} +id:[${since} TO ${before}}`.trimStart();
}
