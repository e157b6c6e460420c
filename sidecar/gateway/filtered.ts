import type { Status } from "@/lib/barks/schema";
import { filtersOf } from "@/lib/filters/reads";
import { markFiltered, passes } from "@/lib/filters/rules";
import type { FilterContext } from "@/lib/filters/schema";

/**
 * An event about a bark as a person's filters leave it: the same object when none matches, so that it is rendered once for
 * everybody; null when one hides it.
 */
export async function filteredFor<Event extends { status: Status }>(
  viewerId: string,
  event: Event,
  context: FilterContext,
): Promise<Event | null> {
  const filters = await filtersOf(viewerId);
  if (filters.length === 0) return event;
  const status = markFiltered(event.status, filters, { context, viewerId });
  if (!passes(status)) return null;
  return isMarked(status) ? { ...event, status } : event;
}

function isMarked({ filtered, quote, reblog }: Status): boolean {
  const quoted = (reblog?.quote ?? quote)?.quoted_status;
  return filtered.length > 0 || (quoted?.filtered.length ?? 0) > 0;
}
