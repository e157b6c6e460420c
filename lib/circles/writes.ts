import { newId } from "@/lib/ids";
import { write, IdRow } from "@/lib/neo4j";

/** Takes somebody out of the viewer's circles and suggestions for good. Who does not exist is out of them already. */
export async function dismiss(viewerId: string, personId: string): Promise<void> {
  await write("circles/dismiss", { viewerId, personId, id: newId() }, IdRow);
}
