import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { filterLoader, filtersOf, ownFilter } from "@/lib/filters/reads";
import { FILTER_LIMITS } from "@/lib/filters/rules";
import type { FilterInput, FilterRow, WordChanges, WordInput } from "@/lib/filters/schema";
import { newId } from "@/lib/ids";
import { write, IdRow } from "@/lib/neo4j";
import { announceFilters } from "@/lib/realtime/writes";

const Entry = z.object({ id: z.string().nullable() });

/**
 * Creates a filter.
 * @throws ApiError invalid when there are too many filters, or too many words in all
 */
export async function createFilter(viewerId: string, filter: FilterInput, words: WordInput[]): Promise<FilterRow> {
  const id = newId();
  const params = { personId: viewerId, filter: { ...filter, id }, words: withIds(words), most: FILTER_LIMITS };
  const [row] = await write("filters/create", params, IdRow);
  if (!row) {
    const { length } = await filtersOf(viewerId);
    throw length >= FILTER_LIMITS.filters
      ? tooMany(`You can have at most ${FILTER_LIMITS.filters} filters.`)
      : tooManyWords();
  }
  await forget(viewerId);
  return ownFilter(viewerId, id);
}

/**
 * Changes a filter and its words.
 * @throws ApiError not_found when it, or a word to change, is not the viewer's; invalid when there are too many words
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
  const [row] = await write("filters/update", { ...params, most: FILTER_LIMITS }, IdRow);
  await forget(viewerId);
  const after = await ownFilter(viewerId, filterId);
  if (!row) throw tooManyWords();
  return after;
}

/** Has all processes read somebody's filters again, and tells their devices. */
async function forget(viewerId: string): Promise<void> {
  await filterLoader().forgetEverywhere([viewerId]);
  announceFilters(viewerId);
}

/** Deletes a filter; a no-op when there is none with that id. */
export async function deleteFilter(viewerId: string, filterId: string): Promise<void> {
  await write("filters/delete", { personId: viewerId, filterId }, IdRow);
  await forget(viewerId);
}

/**
 * Adds a bark to a filter.
 * @throws ApiError not_found, invalid when there are too many
 */
export async function addStatusToFilter(
  viewerId: string,
  filterId: string,
  barkId: string,
): Promise<FilterRow["barks"][number]> {
  const { barks: most } = FILTER_LIMITS;
  const [row] = await write("filters/add_status", { personId: viewerId, filterId, barkId, id: newId(), most }, Entry);
  await forget(viewerId);
  if (!row) throw new ApiError("not_found");
  if (row.id === null) throw tooMany(`You can have at most ${most} barks in filters.`);
  return { id: row.id, barkId };
}

/** Removes a bark from a filter; a no-op when it is in none. */
export async function removeStatusFromFilter(viewerId: string, id: string): Promise<void> {
  await write("filters/remove_status", { personId: viewerId, id }, IdRow);
  await forget(viewerId);
}

function tooMany(message: string): ApiError {
  return new ApiError("invalid", { message });
}

function tooManyWords(): ApiError {
  const { words, letters } = FILTER_LIMITS;
  return tooMany(`You can mute at most ${words} words, of ${letters.toLocaleString("en")} letters in all.`);
}

function withIds(words: WordInput[]): (WordInput & { id: string })[] {
  return words.map(({ word, whole }) => ({ id: newId(), word: word.trim(), whole }));
}
