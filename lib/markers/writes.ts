import { z } from "zod";
import { idFloor } from "@/lib/ids";
import { LISTS, type MarkerList, MarkerRow, type Markers } from "@/lib/markers/schema";
import { toMarkers } from "@/lib/markers/view";
import { write } from "@/lib/neo4j";
import { announceRead } from "@/lib/realtime/writes";

const Row = z.object({ marker: MarkerRow, moved: z.boolean() });

/**
 * Notes how far a person has read. A marker never goes back: of two devices the one that read further counts, so
 * neither is refused. When one moved, the person's other devices hear of it.
 */
export async function advanceMarkers(personId: string, to: Partial<Record<MarkerList, string>>): Promise<Markers> {
  // Nothing that is there now has an id from later. A marker beyond would hide all that comes until then.
  const newest = idFloor(Date.now() + 1);
  const upTo = (id: string) => (id < newest ? id : newest);
  const asked = LISTS.flatMap((list) => (to[list] === undefined ? [] : [{ list, lastReadId: upTo(to[list]) }]));
  const rows = await Promise.all(
    asked.map(({ list, lastReadId }) =>
      write("markers/advance", { personId, key: `${personId} ${list}`, list, lastReadId, at: Date.now() }, Row),
    ),
  );
  const settled = rows.flat();
  const moved = settled.filter((row) => row.moved);
  if (moved.length > 0) announceRead(personId, toMarkers(moved.map(({ marker }) => marker)));
  return toMarkers(settled.map(({ marker }) => marker));
}
