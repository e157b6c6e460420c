import { heldRow } from "@/lib/barks/held/reads";
import { asDraft } from "@/lib/barks/scheduled/writes";
import { write, IdRow } from "@/lib/neo4j";
import { logEntry } from "@/lib/staff/reads";
import type { StaffAct, StaffActKind, StaffActor } from "@/lib/staff/schema";

/** What the author of a declined bark reads. */
const DECLINED = "The people who run this town read it, and did not publish it.";

/**
 * Approves a bark that waits for the staff, in one transaction with its entry in the log: a worker sends it within moments,
 * once.
 * @returns false when there is no such bark, somebody has decided, or its author took it back
 */
export async function approveHeld(actor: StaffActor, id: string): Promise<boolean> {
  const entry = await entryOf(actor, "held_approved", id);
  const [row] = entry ? await write("held/approve", { id, at: entry.at, entry }, IdRow) : [];
  return row !== undefined;
}

/** Declines one, likewise: it becomes a draft of its author, who reads why. @returns false as `approveHeld` */
export async function declineHeld(actor: StaffActor, id: string): Promise<boolean> {
  const entry = await entryOf(actor, "held_declined", id);
  if (!entry) return false;
  const change = { id, digest: "", at: entry.at, reason: DECLINED, entry };
  const draft = await asDraft(
    id,
    async (draftId) => (await write("held/decline", { ...change, draftId }, IdRow))[0]?.id,
  );
  return draft !== null;
}

async function entryOf(actor: StaffActor, act: StaffActKind, id: string): Promise<StaffAct | null> {
  const held = await heldRow(id);
  if (!held) return null;
  return logEntry(actor, act, {
    whom: { id: held.authorId, handle: held.handle },
    subject: id,
    note: held.bark.heldFor,
  });
}
