import type { FilterResult } from "@/lib/barks/schema";
import type { Filter, FilterRow, FilterV1 } from "@/lib/filters/schema";

/** A filter with its words and barks (Mastodon `Filter`). */
export function toFilter(filter: FilterRow): Filter {
  return {
    ...bare(filter),
    keywords: filter.words.map(toKeyword),
    statuses: filter.barks.map(toFilterStatus),
  };
}

/** A muted word (Mastodon `FilterKeyword`). */
export function toKeyword({ id, word, whole }: FilterRow["words"][number]): Filter["keywords"][number] {
  return { id, keyword: word, whole_word: whole };
}

/** A bark in a filter (Mastodon `FilterStatus`). */
export function toFilterStatus({ id, barkId }: FilterRow["barks"][number]): Filter["statuses"][number] {
  return { id, status_id: barkId };
}

/** The result of matching a bark with a filter (Mastodon `FilterResult`). */
export function toFilterResult(filter: FilterRow, words: string[], barkIds: string[]): FilterResult {
  return {
    filter: bare(filter),
    keyword_matches: words.length > 0 ? words : null,
    status_matches: barkIds.length > 0 ? barkIds : null,
  };
}

/** A filter's words, each as a filter of its own, in the format of version 1. */
export function toFiltersV1({ words, contexts, action, expiresAt }: FilterRow): FilterV1[] {
  return words.map(({ id, word, whole }) => ({
    id,
    phrase: word,
    context: contexts,
    whole_word: whole,
    expires_at: iso(expiresAt),
    irreversible: action === "hide",
  }));
}

function bare({ id, title, contexts, action, expiresAt }: FilterRow) {
  return { id, title, context: contexts, expires_at: iso(expiresAt), filter_action: action };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
