import { newId } from "@/lib/ids";
import { exclusiveMembersLoader } from "@/lib/lists/reads";
import { LIST_LIMIT, ListRow, MEMBER_LIMIT, type List, type ListChange, type NewList } from "@/lib/lists/schema";
import { toList } from "@/lib/lists/view";
import { write, IdRow } from "@/lib/neo4j";
import { announceListChange } from "@/lib/realtime/writes";
import { composed } from "@/lib/text/composed";

/** Has all processes read who is on a list again, also those where somebody listens to it. */
async function listChanged(personId: string, id: string): Promise<void> {
  await exclusiveMembersLoader().forgetEverywhere([personId]);
  await announceListChange(id);
}

/** Creates a list of people. Null when they have too many. */
export async function createList(personId: string, input: NewList): Promise<List | null> {
  const { title, replies_policy: repliesPolicy, exclusive } = input;
  const list = { id: newId(), title: composed(title), repliesPolicy, exclusive };
  const [row] = await write("lists/create", { personId, list, most: LIST_LIMIT }, ListRow);
  return row ? toList(row) : null;
}

/** Changes a person's own list; what is left out stays as it is. Null when they have no such list. */
export async function updateList(personId: string, id: string, change: ListChange): Promise<List | null> {
  const all = {
    title: change.title === undefined ? undefined : composed(change.title),
    repliesPolicy: change.replies_policy,
    exclusive: change.exclusive,
  };
  const changed = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const [row] = await write("lists/update", { personId, id, changed }, ListRow);
  await listChanged(personId, id);
  return row ? toList(row) : null;
}

/** Deletes a person's own list; idempotent. */
export async function deleteList(personId: string, id: string): Promise<void> {
  await write("lists/delete", { personId, id }, IdRow);
  await listChanged(personId, id);
}

/**
 * Adds people to a person's own list; idempotent.
 * @returns the ids of those who are in it now: people whom its owner does not follow are left out
 */
export async function addMembers(personId: string, id: string, members: string[]): Promise<string[]> {
  const unique = [...new Set(members)].map((member) => ({ id: member, edge: newId() }));
  const rows = await write("lists/add", { personId, id, members: unique, most: MEMBER_LIMIT }, IdRow);
  await listChanged(personId, id);
  return rows.map((row) => row.id);
}

/** Removes people from a person's own list; idempotent. */
export async function removeMembers(personId: string, id: string, members: string[]): Promise<void> {
  await write("lists/remove", { personId, id, members }, IdRow);
  await listChanged(personId, id);
}
