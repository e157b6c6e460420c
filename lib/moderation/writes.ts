import { z } from "zod";
import { readStatus } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { enqueueJob } from "@/lib/delivery/writes";
import { ApiError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write, IdRow } from "@/lib/neo4j";
import type { MuteSettings } from "@/lib/moderation/schema";
import { invalidateRelationships, relationships } from "@/lib/people/reads";
import type { Relationship } from "@/lib/people/schema";

const Changed = z.object({ changed: z.boolean() });

/**
 * Blocks somebody: neither sees the other anywhere, and follows and requests between them end.
 * @throws ApiError not_found; forbidden for oneself
 */
export function block(viewerId: string, personId: string): Promise<Relationship> {
  notOneself(viewerId, personId, "You cannot block yourself.");
  return change("block", viewerId, personId);
}

/**
 * Ends a block; a no-op without one. Follows are not restored.
 * @throws ApiError not_found
 */
export function unblock(viewerId: string, personId: string): Promise<Relationship> {
  return change("unblock", viewerId, personId);
}

/**
 * Mutes somebody, who is not notified. A second mute replaces the settings and the expiry.
 * @throws ApiError not_found; forbidden for oneself
 */
export async function mute(
  viewerId: string,
  personId: string,
  { duration, notifications }: MuteSettings,
): Promise<Relationship> {
  notOneself(viewerId, personId, "You cannot mute yourself.");
  const until = duration > 0 ? Date.now() + duration * 1_000 : null;
  const [row] = await write("people/mute", { viewerId, personId, id: newId(), until, notifications }, IdRow);
  if (!row) throw new ApiError("not_found");
  return relationshipWith(viewerId, personId);
}

/**
 * Ends a mute; a no-op without one.
 * @throws ApiError not_found
 */
export async function unmute(viewerId: string, personId: string): Promise<Relationship> {
  const [row] = await write("people/unmute", { viewerId, personId }, IdRow);
  if (!row) throw new ApiError("not_found");
  return relationshipWith(viewerId, personId);
}

/**
 * Mutes or unmutes the conversation of a bark; a muted conversation causes no alerts.
 * @throws ApiError not_found when the viewer may not see the bark
 */
export async function muteThread(viewerId: string, barkId: string, muted: boolean): Promise<Status> {
  await seen(viewerId, barkId);
  const params = { viewerId, barkId, ...(muted && { at: Date.now() }) };
  await write(muted ? "moderation/mute_thread" : "moderation/unmute_thread", params, IdRow);
  return seen(viewerId, barkId);
}

async function seen(viewerId: string, barkId: string): Promise<Status> {
  const status = await readStatus(viewerId, barkId);
  if (!status || status === "deleted") throw new ApiError("not_found");
  return status;
}

async function change(kind: "block" | "unblock", viewerId: string, personId: string): Promise<Relationship> {
  const outboxId = newId();
  const [row] = await write(`people/${kind}`, { viewerId, personId, at: Date.now(), outboxId }, Changed);
  if (!row) throw new ApiError("not_found");
  if (row.changed) enqueueJob({ outboxId, kind, actorId: viewerId, subjectId: personId });
  return relationshipWith(viewerId, personId);
}

function notOneself(viewerId: string, personId: string, sentence: string): void {
  if (viewerId === personId) throw new ApiError("forbidden", { message: sentence });
}

/** The viewer's relationship to somebody, read after it was changed. */
async function relationshipWith(viewerId: string, personId: string): Promise<Relationship> {
  await invalidateRelationships(viewerId, personId);
  const [relationship] = await relationships(viewerId, [personId]);
  if (!relationship) throw new ApiError("not_found");
  return relationship;
}
