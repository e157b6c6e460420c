import { z } from "zod";
import { read } from "@/lib/neo4j";
import type { Slice } from "@/lib/timelines/schema";

const Id = z.object({ id: z.string() });

/** Ids of a list as the graph knows it, newest first, down to the first bark ever. */
export async function graphIds(list: "home" | "public" | "person", slice: Slice, personId = ""): Promise<string[]> {
  const { max, min, ascending, limit } = slice;
  const query = ascending ? (`timelines/${list}_ids_oldest` as const) : (`timelines/${list}_ids` as const);
  const rows = await read(query, { personId, max, min, limit }, Id);
  const ids = rows.map((row) => row.id);
  return ascending ? ids.toReversed() : ids;
}
