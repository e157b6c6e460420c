import { z } from "zod";
import { idFloor } from "@/lib/ids";
import { LISTS, type MarkerList, MarkerRow, type Markers } from "@/lib/markers/schema";
import { toMarkers } from "@/lib/markers/view";
import { write } from "@/lib/neo4j";
import { announceRead } from "@/lib/realtime/writes";

const Row = z.object({ marker: MarkerRow, moved: z.boolean() });

/**
 * Records how far a person has read. A marker never moves backwards: when two devices differ, the greater position wins
 * and neither request fails. A moved marker is sent to the person's other devices.
 */
export async function advanceMarkers(personId: string, to: Partial<Record<MarkerList, string>>): Promise<Markers> {
  // Limited to ids of the present, because a marker in the future would hide everything until then.
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
