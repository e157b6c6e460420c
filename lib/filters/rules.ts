import type { FilterResult, StatusWithoutViewer, QuotedStatus, Status } from "@/lib/barks/schema";
import type { FilterContext, FilterRow, WordChanges, WordInput } from "@/lib/filters/schema";
import { toFilterResult } from "@/lib/filters/view";
import { foldLine, wordFinder } from "@/lib/filters/words";

/** How much somebody may filter, in all: enough for anybody, and little enough to be looked for in every list. */
export const FILTER_LIMITS = { filters: 100, words: 500, letters: 10_000, barks: 500 } as const;

interface Where {
  context: FilterContext;
  /** Whose filters these are: their own barks are never filtered. */
  viewerId: string;
  now?: number;
}

/**
 * Barks as somebody's filters let them through in one place: `filtered` says which filters they met,
 * and what a filter hides is left out.
 */
export function applyFilters(statuses: Status[], filters: FilterRow[], where: Where): Status[] {
  return statuses.map((status) => markFiltered(status, filters, where)).filter(passes);
}

/** Whether no filter hides a bark that was marked. */
export function passes(status: Status): boolean {
  return !status.filtered.some(({ filter }) => filter.filter_action === "hide");
}

/** As `applyFilters`, for a bark that was asked for itself: nothing is left out. */
export function markFiltered(status: Status, filters: FilterRow[], where: Where): Status {
  const active = activeFilters(filters, where);
  return active.length === 0 ? status : withResults(status, { all: filters, active, viewerId: where.viewerId });
}

interface FilterSet {
  all: FilterRow[];
  /** Those of them that work here and now. */
  active: FilterRow[];
  viewerId: string;
}

function activeFilters(filters: FilterRow[], { context, now = Date.now() }: Where): FilterRow[] {
  return filters.filter(
    ({ contexts, expiresAt }) => contexts.includes(context) && (expiresAt === null || expiresAt > now),
  );
}

/** A rebark carries what the bark it passes on met. */
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
  return { ...status, quote, filtered: matches(status, filters) };
}

function matches(status: StatusWithoutViewer | QuotedStatus, { all, active, viewerId }: FilterSet): FilterResult[] {
  if (status.account.id === viewerId) return [];
  const met = wordsMet(all, foldLine(saidBy(status)));
  return active.flatMap((filter) => {
    const words = met(filter);
    const caught = filter.barks.some(({ barkId }) => barkId === status.id);
    return words.length > 0 || caught ? [toFilterResult(filter, words, caught ? [status.id] : [])] : [];
  });
}

/** All of a bark that is words: its text, its note, and what its pictures are said to show. */
function saidBy({ text, spoiler_text, media_attachments }: StatusWithoutViewer | QuotedStatus): string {
  return [spoiler_text, text, ...media_attachments.map(({ description }) => description)].filter(Boolean).join("\n");
}

interface Finder {
  find: (text: string) => Set<number>;
  /** Where the words of each filter begin among all. */
  places: Map<FilterRow, number>;
}
const known = new WeakMap<FilterRow[], Finder>();

/** What finds the words of all filters at once, made once as long as the filters are remembered. */
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

/** The first words that are within the limits, for people who muted more before there were any. */
function withinLimits(words: FilterRow["words"]): FilterRow["words"] {
  let letters = 0;
  return words.slice(0, FILTER_LIMITS.words).filter(({ word }) => (letters += word.length) <= FILTER_LIMITS.letters);
}

/** Which words of a filter are in a folded text, as they were muted. */
function wordsMet(filters: FilterRow[], text: string): (filter: FilterRow) => string[] {
  const { find, places } = finderOf(filters);
  const found = find(text);
  return (filter) => {
    if (found.size === 0) return [];
    const from = places.get(filter) ?? 0;
    return filter.words.flatMap(({ word }, index) => (found.has(from + index) ? [word] : []));
  };
}

/** Whether a word or topic is one that somebody muted, wherever they muted it. */
export function meetsWord(said: string, filters: FilterRow[], now = Date.now()): boolean {
  const met = wordsMet(filters, foldLine(said.replace(/^#?/, "#")));
  return filters.some((filter) => (filter.expiresAt === null || filter.expiresAt > now) && met(filter).length > 0);
}

interface SentWord {
  id?: string;
  keyword?: string;
  whole_word?: boolean;
  _destroy: boolean;
}

/** What a list of words as clients send it changes: with an id a word that is there, without one a new one. */
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
