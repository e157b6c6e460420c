import type { z } from "zod";
import { MAX_ID } from "@/lib/ids";
import { read } from "@/lib/neo4j";

/** How many rows are read per query. */
const BATCH = 500;

/** All rows of a query that is paged by id, newest first; batches are read on demand. */
export async function* rows<Item>(
  query: string,
  params: Record<string, string>,
  row: z.ZodType<{ id: string; item: Item }>,
): AsyncGenerator<Item> {
  for (let before: string | undefined = MAX_ID; before !== undefined;) {
    const batch: { id: string; item: Item }[] = await read(query, { ...params, before, limit: BATCH }, row);
    for (const { item } of batch) yield item;
    before = batch.length < BATCH ? undefined : batch.at(-1)?.id;
  }
}
