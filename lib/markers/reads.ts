import { z } from "zod";
import { type MarkerList, MarkerRow, type Markers } from "@/lib/markers/schema";
import { toMarkers } from "@/lib/markers/view";
import { read } from "@/lib/neo4j";

const Row = z.object({ marker: MarkerRow });

/** How far a person has read these lists; lists without a marker are absent. */
export async function readMarkers(personId: string, lists: readonly MarkerList[]): Promise<Markers> {
  const rows = await read("markers/by_person", { keys: lists.map((list) => `${personId} ${list}`) }, Row);
  return toMarkers(rows.map(({ marker }) => marker));
}
