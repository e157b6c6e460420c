import { send } from "@/app/_client/api";
import type { Status } from "@/lib/barks/schema";
import type { Filter, FilterRow } from "@/lib/filters/schema";

/** The viewer's filters for live barks, which are sent without a viewer's own filters applied. */
let sieve: ((status: Status) => Status | null) | null = null;

/** Loads the viewer's filters, and again after they changed. Without any filter, nothing more is loaded. */
export async function loadClientFilters(viewerId: string): Promise<void> {
  const filters = await send<Filter[]>("/api/v2/filters");
  if (!filters.ok) return;
  if (filters.value.length === 0) return void (sieve = null);
  const { applyFilters } = await import("@/lib/filters/rules");
  const rows = filters.value.map(toRow);
  sieve = (status) => applyFilters([status], rows, { context: "home", viewerId })[0] ?? null;
}

/** A live bark marked with the filters it matches, or null when a filter hides it. */
export function applyClientFilters(status: Status): Status | null {
  return sieve ? sieve(status) : status;
}

function toRow({ id, title, context, filter_action: action, expires_at: end, keywords, statuses }: Filter): FilterRow {
  return {
    id,
    title,
    contexts: context,
    action,
    expiresAt: end === null ? null : Date.parse(end),
    words: keywords.map((word) => ({ id: word.id, word: word.keyword, whole: word.whole_word })),
    barks: statuses.map((entry) => ({ id: entry.id, barkId: entry.status_id })),
  };
}
