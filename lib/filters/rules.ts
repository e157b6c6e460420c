import type { Excerpt, FilterResult, StatusWithoutViewer, QuotedStatus, Status } from "@/lib/barks/schema";
import type { FilterContext, FilterRow, WordChanges, WordInput } from "@/lib/filters/schema";
import { toFilterResult } from "@/lib/filters/view";
import { foldLine, wordFinder } from "@/lib/text/find-words";

/** Limits per person: enough for anybody, and few enough to be matched against every list. */
export const FILTER_LIMITS = { filters: 100, words: 500, letters: 10_000, barks: 500 } as const;

interface Where {
  context: FilterContext;
  /** The owner of the filters, whose own barks are never filtered. */
  viewerId: string;
  now?: number;
}

/**
 * Applies somebody's filters in one context: `filtered` says which filters a bark matches, and barks that a filter hides
 * are removed.
 */
export function applyFilters(statuses: Status[], filters: FilterRow[], where: Where): Status[] {
  return statuses.map((status) => markFiltered(status, filters, where)).filter(passes);
}

/** Whether no filter hides a marked bark. */
export function passes(status: Status): boolean {
  return !status.filtered.some(({ filter }) => filter.filter_action === "hide");
}

/** Like `applyFilters`, for a bark that was requested by id: it is never removed. */
export function markFiltered(status: Status, filters: FilterRow[], where: Where): Status {
  const active = activeFilters(filters, where);
  return active.length === 0 ? status : withResults(status, { all: filters, active, viewerId: where.viewerId });
}

interface FilterSet {
  all: FilterRow[];
  /** The filters that apply in this context and have not expired. */
  active: FilterRow[];
  viewerId: string;
}

function activeFilters(filters: FilterRow[], { context, now = Date.now() }: Where): FilterRow[] {
  return filters.filter(
    ({ contexts, expiresAt }) => contexts.includes(context) && (expiresAt === null || expiresAt > now),
  );
}

/** A rebark carries the results of the bark it passes on. */
function withResults(status: Status, filters: FilterSet): Status {
  if (status.reblog === null) return withOwn({ ...status, reblog: null }, filters);
  const reblog = withOwn(status.reblog, filters);
  return { ...status, reblog, filtered: reblog.filtered };
}

function withOwn(status: StatusWithoutViewer, filters: FilterSet): StatusWithoutViewer {
  const quoted = status.quote?.quoted_status;
  const quote =
    status.quote && quoted
      ? { ...status.quote, quoted_status: { ...quoted, filtered: matches(quoted, filters) } }
      : status.quote;
  const { in_reply_to_excerpt: excerpt } = status;
  const answered = excerpt && isMet(excerpt, status.in_reply_to_id, filters) ? null : excerpt;
  return { ...status, quote, in_reply_to_excerpt: answered, filtered: matches(status, filters) };
}

/** Whether a filter matches the bark that another one answers: then only whom it answers is shown. */
function isMet(
  { text, spoiler_text, account }: Excerpt,
  id: string | null,
  { all, active, viewerId }: FilterSet,
): boolean {
  if (account.id === viewerId) return false;
  const met = wordsMet(all, foldLine(`${spoiler_text}\n${text}`));
  return active.some((filter) => met(filter).length > 0 || filter.barks.some(({ barkId }) => barkId === id));
}

function matches(status: StatusWithoutViewer | QuotedStatus, { all, active, viewerId }: FilterSet): FilterResult[] {
  if (status.account.id === viewerId) return [];
  const met = wordsMet(all, foldLine(textOf(status)));
  return active.flatMap((filter) => {
    const words = met(filter);
    const caught = filter.barks.some(({ barkId }) => barkId === status.id);
    return words.length > 0 || caught ? [toFilterResult(filter, words, caught ? [status.id] : [])] : [];
  });
}

/** All text of a bark: its body, its content note, the descriptions of its pictures, and the options of its poll. */
function textOf({ text, spoiler_text, media_attachments, poll }: StatusWithoutViewer | QuotedStatus): string {
  const described = media_attachments.map(({ description }) => description);
  const options = poll?.options.map(({ title }) => title) ?? [];
  return [spoiler_text, text, ...described, ...options].filter(Boolean).join("\n");
}

interface Finder {
  find: (text: string) => Set<number>;
  /** The index of each filter's first word in the list of all words. */
  places: Map<FilterRow, number>;
}
const known = new WeakMap<FilterRow[], Finder>();

/** The matcher for the words of all filters, cached as long as the filters are. */
function finderOf(filters: FilterRow[]): Finder {
  let made = known.get(filters);
  if (!made) {
    const places = new Map<FilterRow, number>();
    let place = 0;
    for (const filter of filters) {
      places.set(filter, place);
      place += filter.words.length;
    }
    made = { find: wordFinder(withinLimits(filters.flatMap(({ words }) => words))), places };
    known.set(filters, made);
  }
  return made;
}

/** The words within today's limits; some people muted more before there were limits. */
function withinLimits(words: FilterRow["words"]): FilterRow["words"] {
  let letters = 0;
  return words.slice(0, FILTER_LIMITS.words).filter(({ word }) => (letters += word.length) <= FILTER_LIMITS.letters);
}

/** Which words of a filter occur in a folded text, in their original spelling. */
function wordsMet(filters: FilterRow[], text: string): (filter: FilterRow) => string[] {
  const { find, places } = finderOf(filters);
  const found = find(text);
  return (filter) => {
    if (found.size === 0) return [];
    const from = places.get(filter) ?? 0;
    return filter.words.flatMap(({ word }, index) => (found.has(from + index) ? [word] : []));
  };
}

/** Whether somebody muted a word or topic, in whatever context. */
export function matchesMutedWord(said: string, filters: FilterRow[], now = Date.now()): boolean {
  const met = wordsMet(filters, foldLine(said.replace(/^#?/, "#")));
  return filters.some((filter) => (filter.expiresAt === null || filter.expiresAt > now) && met(filter).length > 0);
}

interface SentWord {
  id?: string;
  keyword?: string;
  whole_word?: boolean;
  _destroy: boolean;
}

/** The changes that a client's list of words stands for: an entry with an id is an existing word, one without is new. */
export function wordChanges(words: FilterRow["words"], sent: SentWord[]): WordChanges {
  const before = new Map(words.map((word) => [word.id, word]));
  const changes = { add: [] as WordInput[], change: [] as FilterRow["words"], drop: [] as string[] };
  for (const { id, keyword, whole_word: whole, _destroy } of sent) {
    const there = id === undefined ? undefined : before.get(id);
    if (id !== undefined && _destroy) changes.drop.push(id);
    else if (there) changes.change.push({ id: there.id, word: keyword ?? there.word, whole: whole ?? there.whole });
    else if (keyword !== undefined && !_destroy) changes.add.push({ word: keyword, whole: whole ?? true });
  }
  return changes;
}
