import type { FilterResult, PlainStatus, QuotedStatus, Status } from "@/lib/barks/schema";
import type { FilterContext, FilterRow, WordChanges, WordInput } from "@/lib/filters/schema";
import { toFilterResult } from "@/lib/filters/view";
import { fold, wordPattern } from "@/lib/filters/words";

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
  const active = activeFilters(filters, where);
  if (active.length === 0) return statuses;
  return statuses
    .map((status) => withResults(status, active, where.viewerId))
    .filter((status) => !status.filtered.some(({ filter }) => filter.filter_action === "hide"));
}

/** As `applyFilters`, for a bark that was asked for itself: nothing is left out. */
export function markFiltered(status: Status, filters: FilterRow[], where: Where): Status {
  return withResults(status, activeFilters(filters, where), where.viewerId);
}

function activeFilters(filters: FilterRow[], { context, now = Date.now() }: Where): FilterRow[] {
  return filters.filter(
    ({ contexts, expiresAt }) => contexts.includes(context) && (expiresAt === null || expiresAt > now),
  );
}

/** A rebark carries what the bark it passes on met. */
function withResults(status: Status, filters: FilterRow[], viewerId: string): Status {
  if (filters.length === 0) return status;
  if (status.reblog === null) return withOwn({ ...status, reblog: null }, filters, viewerId);
  const reblog = withOwn(status.reblog, filters, viewerId);
  return { ...status, reblog, filtered: reblog.filtered };
}

function withOwn(status: PlainStatus, filters: FilterRow[], viewerId: string): PlainStatus {
  const quoted = status.quote?.quoted_status;
  const quote =
    status.quote && quoted
      ? { ...status.quote, quoted_status: { ...quoted, filtered: matches(quoted, filters, viewerId) } }
      : status.quote;
  return { ...status, quote, filtered: matches(status, filters, viewerId) };
}

function matches(status: PlainStatus | QuotedStatus, filters: FilterRow[], viewerId: string): FilterResult[] {
  if (status.account.id === viewerId) return [];
  const text = fold(searchable(status));
  return filters.flatMap((filter) => {
    const words = patterns(filter).flatMap(({ word, pattern }) => (pattern?.test(text) ? [word] : []));
    const caught = filter.barks.some(({ barkId }) => barkId === status.id);
    return words.length > 0 || caught ? [toFilterResult(filter, words, caught ? [status.id] : [])] : [];
  });
}

/** All of a bark that is words: its text, its note, and what its pictures are said to show. */
function searchable({ text, spoiler_text, media_attachments }: PlainStatus | QuotedStatus): string {
  return [spoiler_text, text, ...media_attachments.map(({ description }) => description)].filter(Boolean).join("\n");
}

const known = new WeakMap<FilterRow, { word: string; pattern: RegExp | null }[]>();

/** The patterns of a filter's words, made once as long as the filter is remembered. */
function patterns(filter: FilterRow): { word: string; pattern: RegExp | null }[] {
  let made = known.get(filter);
  if (!made) {
    made = filter.words.map(({ word, whole }) => ({ word, pattern: wordPattern(word, whole) }));
    known.set(filter, made);
  }
  return made;
}

/** Whether a word or topic is one that somebody muted, wherever they muted it. */
export function meetsWord(said: string, filters: FilterRow[], now = Date.now()): boolean {
  const text = fold(said.replace(/^#/, ""));
  return filters
    .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
    .some((filter) => patterns(filter).some(({ pattern }) => pattern?.test(text) || pattern?.test(`#${text}`)));
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
