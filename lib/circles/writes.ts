import { newId } from "@/lib/ids";
import { write, IdRow } from "@/lib/neo4j";

/** Removes a person from the viewer's circles and suggestions for good; a no-op for a person who does not exist. */
export async function dismiss(viewerId: string, personId: string): Promise<void> {
  await write("circles/dismiss", { viewerId, personId, id: newId() }, IdRow);
}
