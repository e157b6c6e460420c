import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Status } from "@/lib/barks/schema";
import { ApiError } from "@/lib/errors";
import { markFiltered, passes } from "@/lib/filters/rules";
import { FilterRow, type FilterContext } from "@/lib/filters/schema";
import { read } from "@/lib/neo4j";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";

/** How long filtering runs before it yields to other requests. */
const TURN_MS = 10;

const Row = z.object({ id: z.string(), filters: z.array(FilterRow) });

/** Loads people's filters by id, cached for a second or until they change. */
export const filterLoader = singleton("filters", () =>
  sharedLoader<FilterRow[]>("filters", {
    strict: true,
    ttl: 1_000,
    size: 10_000,
    load: async (ids) => {
      const rows = await read("filters/by_person", { ids: [...new Set(ids)] }, Row);
      return new Map(rows.map(({ id, filters }) => [id, filters]));
    },
  }),
);

/** A person's filters, oldest first, including expired ones. */
export async function filtersOf(personId: string): Promise<FilterRow[]> {
  return (await filterLoader().get(personId)) ?? [];
}

/** A part of a list with the viewer's filters applied: barks that match are marked, or left out. */
export async function filterList(
  viewerId: string,
  statuses: Status[],
  context: FilterContext,
  filters: FilterRow[],
): Promise<Status[]> {
  const marked: Status[] = [];
  let from = performance.now();
  for (const status of statuses) {
    marked.push(markFiltered(status, filters, { context, viewerId }));
    // Long word lists and long barks take time, so other requests get their turn in between.
    if (performance.now() - from < TURN_MS) continue;
    await setImmediate();
    from = performance.now();
  }
  return marked.filter(passes);
}

/** A bark that was requested by id, marked with the viewer's filters that match. */
export async function filterOne(viewerId: string | null, status: Status, context: FilterContext): Promise<Status> {
  return viewerId === null ? status : markFiltered(status, await filtersOf(viewerId), { context, viewerId });
}

/**
 * The viewer's filter with that id, read without the cache.
 * @throws ApiError not_found
 */
export async function ownFilter(viewerId: string, filterId: string): Promise<FilterRow> {
  return theirs(viewerId, ({ id }) => id === filterId);
}

/**
 * The viewer's filter that contains a word or a bark, by the id of the entry.
 * @throws ApiError not_found
 */
export async function filterOf(viewerId: string, part: "words" | "barks", id: string): Promise<FilterRow> {
  return theirs(viewerId, (filter) => filter[part].some((entry) => entry.id === id));
}

async function theirs(viewerId: string, fits: (filter: FilterRow) => boolean): Promise<FilterRow> {
  await filterLoader().forgetEverywhere([viewerId]);
  const found = (await filtersOf(viewerId)).find(fits);
  if (!found) throw new ApiError("not_found");
  return found;
}
