import { newId } from "@/lib/ids";
import { write, IdRow } from "@/lib/neo4j";
import { PACK_LIMIT, PACK_SIZE } from "@/lib/packs/rules";
import type { NewPack, PackChange } from "@/lib/packs/schema";
import { composed } from "@/lib/text/composed";

/** Creates a starter pack. @returns its id; null when the person has too many */
export async function createPack(personId: string, { name, description, account_ids: people }: NewPack) {
  const pack = { id: newId(), name: composed(name), description: composed(description), at: Date.now() };
  const [made] = await write("packs/create", { personId, pack, most: PACK_LIMIT }, IdRow);
  if (!made) return null;
  if (people.length > 0) await addToPack(personId, pack.id, people);
  return made.id;
}

/** Changes a person's own pack; what is left out stays as it is. @returns whether they have such a pack */
export async function updatePack(personId: string, id: string, change: PackChange): Promise<boolean> {
  const changed = {
    ...(change.name !== undefined && { name: composed(change.name) }),
    ...(change.description !== undefined && { description: composed(change.description) }),
    editedAt: Date.now(),
  };
  return (await write("packs/update", { personId, id, changed }, IdRow)).length > 0;
}

/** Deletes a person's own pack; idempotent. */
export async function deletePack(personId: string, id: string): Promise<void> {
  await write("packs/delete", { personId, id }, IdRow);
}

/**
 * Puts people into a person's own pack; idempotent.
 * @returns the ids of those who are in it now; who does not want to be suggested, or left the pack, is left out
 */
export async function addToPack(personId: string, id: string, people: string[]): Promise<string[]> {
  const members = [...new Set(people)].map((member) => ({ id: member, edge: newId() }));
  const rows = await write("packs/add", { personId, id, members, most: PACK_SIZE }, IdRow);
  return rows.map((row) => row.id);
}

/** Takes people out of a person's own pack; idempotent. */
export async function removeFromPack(personId: string, id: string, members: string[]): Promise<void> {
  await write("packs/remove", { personId, id, members }, IdRow);
}

/** Takes the viewer out of somebody's pack, for good. @returns whether they were in it */
export async function leavePack(viewerId: string, id: string): Promise<boolean> {
  return (await write("packs/leave", { viewerId, id }, IdRow)).length > 0;
}
