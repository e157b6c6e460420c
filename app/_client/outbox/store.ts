import { afterSent, replacedBy, OUTBOX_CAPACITY, toEntry, type OutboxEntry } from "@/app/_client/outbox/model";
import type { Mutation } from "@/app/_client/outbox/mutations";
import { openOutbox, type OutboxDatabase } from "@/app/_client/worker-protocol";

const FORGOTTEN_MS = 30 * 24 * 60 * 60 * 1000;

let opened: Promise<OutboxDatabase<OutboxEntry>> | undefined;

function outbox(): Promise<OutboxDatabase<OutboxEntry>> {
  opened ??= openOutbox<OutboxEntry>();
  return opened;
}

/** All entries of one person, in order: those that wait, and outcomes that were not reported yet. */
export async function entriesOf(owner: string): Promise<OutboxEntry[]> {
  return (await (await outbox()).getAll("entries")).filter((entry) => entry.owner === owner);
}

/**
 * Appends a mutation, and removes the one with the same key that it replaces.
 * @returns false when too many wait already
 */
export async function putMutation(owner: string, mutation: Mutation): Promise<boolean> {
  const transaction = (await outbox()).transaction("entries", "readwrite");
  const there = await transaction.store.getAll();
  const entry = afterSent(there, toEntry(owner, mutation, Date.now()));
  const replaced = replacedBy(there, entry);
  if (there.filter((one) => one.owner === owner).length - replaced.length >= OUTBOX_CAPACITY) return false;
  for (const { seq } of replaced) await transaction.store.delete(seq);
  // Entries of people who never came back are deleted eventually.
  for (const { seq, at } of there) if (at < entry.at - FORGOTTEN_MS) await transaction.store.delete(seq);
  // The store assigns its position in the order.
  await transaction.store.add(entry as OutboxEntry);
  await transaction.done;
  return true;
}

/** Deletes an entry. False when it was deleted already. */
export async function deleteEntry(seq: number): Promise<boolean> {
  const transaction = (await outbox()).transaction("entries", "readwrite");
  const there = (await transaction.store.getKey(seq)) !== undefined;
  await transaction.store.delete(seq);
  await transaction.done;
  return there;
}

/** Deletes all entries of one person. */
export async function forgetEntries(owner: string): Promise<void> {
  const transaction = (await outbox()).transaction("entries", "readwrite");
  for (const entry of await transaction.store.getAll()) {
    if (entry.owner === owner) await transaction.store.delete(entry.seq);
  }
  await transaction.done;
}

/** The ids of the drafts that have an entry here, whatever its state. */
export async function queuedDrafts(owner: string): Promise<Set<string>> {
  const entries = await entriesOf(owner);
  return new Set(entries.flatMap(({ deed }) => ("writing" in deed ? [deed.writing.id] : [])));
}
