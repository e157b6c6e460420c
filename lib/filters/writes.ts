import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { filterLoader, filtersOf, ownFilter } from "@/lib/filters/reads";
import type { FilterInput, FilterRow, WordChanges, WordInput } from "@/lib/filters/schema";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";

const Id = z.object({ id: z.string() });

/** How many filters somebody may have: enough for anybody, and few enough to be applied to every list. */
const FILTERS = 100;

/**
 * Makes a filter.
 * @throws ApiError invalid when there are too many
 */
export async function createFilter(viewerId: string, filter: FilterInput, words: WordInput[]): Promise<FilterRow> {
  if ((await filtersOf(viewerId)).length >= FILTERS) {
    throw new ApiError("invalid", { message: `You can have at most ${FILTERS} filters.` });
  }
  const id = newId();
  await write("filters/create", { personId: viewerId, filter: { ...filter, id }, words: withIds(words) }, Id);
  return ownFilter(viewerId, id);
}

/**
 * Changes a filter and its words.
 * @throws ApiError not_found when it, or a word to change, is not the viewer's
 */
export async function updateFilter(
  viewerId: string,
  filterId: string,
  filter: Partial<FilterInput>,
  { add = [], change = [], drop = [] }: WordChanges = {},
): Promise<FilterRow> {
  const before = await ownFilter(viewerId, filterId);
  const own = new Set(before.words.map(({ id }) => id));
  if (!change.every(({ id }) => own.has(id))) throw new ApiError("not_found");
  const params = { personId: viewerId, filterId, filter, words: [...withIds(add), ...change], drop };
  const [row] = await write("filters/update", params, Id);
  if (!row) throw new ApiError("not_found");
  return ownFilter(viewerId, filterId);
}

/** Deletes a filter, whether or not there is one of that id. */
export async function deleteFilter(viewerId: string, filterId: string): Promise<void> {
  await write("filters/delete", { personId: viewerId, filterId }, Id);
  await filterLoader().forgetEverywhere([viewerId]);
}

/**
 * Puts a bark into a filter.
 * @throws ApiError not_found
 */
export async function catchBark(
  viewerId: string,
  filterId: string,
  barkId: string,
): Promise<FilterRow["barks"][number]> {
  const [row] = await write("filters/catch_bark", { personId: viewerId, filterId, barkId, id: newId() }, Id);
  await filterLoader().forgetEverywhere([viewerId]);
  if (!row) throw new ApiError("not_found");
  return { id: row.id, barkId };
}

/** Takes a bark out of a filter, whether or not it is in one. */
export async function releaseBark(viewerId: string, id: string): Promise<void> {
  await write("filters/release_bark", { personId: viewerId, id }, Id);
  await filterLoader().forgetEverywhere([viewerId]);
}

function withIds(words: WordInput[]): (WordInput & { id: string })[] {
  return words.map(({ word, whole }) => ({ id: newId(), word: word.trim(), whole }));
}
