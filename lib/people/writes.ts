import { z } from "zod";
import { enqueueJob } from "@/lib/delivery/writes";
import { ApiError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { write, writeTogether, IdRow } from "@/lib/neo4j";
import { invalidateRelationships, relationships } from "@/lib/people/reads";
import type { FollowSettings, Relationship } from "@/lib/people/schema";

const Outcome = z.object({ outcome: z.enum(["follow", "ask", "follows", "asked", "blocked", "blocking"]) });
const Changed = z.object({ changed: z.boolean() });
const Authorized = Changed.extend({ follows: z.boolean() });

/**
 * Follows a person, or sends a request when they approve their followers. Idempotent; settings also change an existing
 * follow.
 * @throws ApiError not_found, also when they block the viewer; forbidden for oneself and for somebody the viewer blocks
 */
export async function follow(viewerId: string, personId: string, wishes: FollowSettings = {}): Promise<Relationship> {
  if (viewerId === personId) throw new ApiError("forbidden", { message: "You cannot follow yourself." });
  const outboxId = newId();
  const { rebarks = null, notify = null, languages = null } = wishes;
  const params = { viewerId, personId, at: Date.now(), outboxId, rebarks, notify, languages };
  const [row] = await writeTogether("people/follow", params, Outcome);
  if (!row || row.outcome === "blocked") throw new ApiError("not_found");
  if (row.outcome === "blocking") {
    throw new ApiError("forbidden", { message: "You block this person. Unblock them to follow them." });
  }
  if (row.outcome === "follow" || row.outcome === "ask") {
    enqueueJob({ outboxId, kind: row.outcome, actorId: viewerId, subjectId: personId });
  }
  return relationshipWith(viewerId, personId);
}

/** Has somebody who was invited follow who invited them. They have joined, whether this succeeds or not. */
export async function followHost(personId: string, hostId: string): Promise<void> {
  await follow(personId, hostId).catch((error: unknown) =>
    log().warn({ err: error }, "somebody who was invited does not follow who invited them"),
  );
}

/**
 * Stops following a person, or withdraws a request; a no-op without one.
 * @throws ApiError not_found
 */
export async function unfollow(viewerId: string, personId: string): Promise<Relationship> {
  await end(viewerId, personId);
  return relationshipWith(viewerId, personId);
}

/**
 * Removes a person from the viewer's followers.
 * @throws ApiError not_found
 */
export async function removeFollower(viewerId: string, personId: string): Promise<Relationship> {
  await end(personId, viewerId);
  return relationshipWith(viewerId, personId);
}

/**
 * Accepts a follow request; idempotent.
 * @throws ApiError not_found when they neither requested to follow nor follow
 */
export async function authorizeRequest(viewerId: string, personId: string): Promise<Relationship> {
  const outboxId = newId();
  const params = { viewerId, personId, at: Date.now(), outboxId };
  const [row] = await write("people/authorize_request", params, Authorized);
  if (!row?.follows) throw new ApiError("not_found");
  if (row.changed) enqueueJob({ outboxId, kind: "authorize", actorId: viewerId, subjectId: personId });
  return relationshipWith(viewerId, personId);
}

/**
 * Rejects a follow request; a no-op without one. The requester is not notified.
 * @throws ApiError not_found
 */
export async function rejectRequest(viewerId: string, personId: string): Promise<Relationship> {
  const outboxId = newId();
  const [row] = await write("people/reject_request", { viewerId, personId, at: Date.now(), outboxId }, Changed);
  if (!row) throw new ApiError("not_found");
  if (row.changed) enqueueJob({ outboxId, kind: "reject", actorId: viewerId, subjectId: personId });
  return relationshipWith(viewerId, personId);
}

/**
 * Sets the private note about a person; a blank one is removed.
 * @throws ApiError not_found
 */
export async function setNote(viewerId: string, personId: string, text: string): Promise<Relationship> {
  const [row] = await write("people/note", { viewerId, personId, text: text.trim() }, IdRow);
  if (!row) throw new ApiError("not_found");
  return relationshipWith(viewerId, personId);
}

/**
 * Features a person on the viewer's profile, or stops featuring them.
 * @throws ApiError not_found; invalid for somebody the viewer does not follow
 */
export async function endorse(viewerId: string, personId: string, endorsed: boolean): Promise<Relationship> {
  const params = { viewerId, personId, ...(endorsed && { id: newId() }) };
  const [row] = await write(endorsed ? "people/endorse" : "people/unendorse", params, IdRow);
  const relationship = await relationshipWith(viewerId, personId);
  if (!row) throw new ApiError("invalid", { message: "You can feature only people you follow." });
  return relationship;
}

async function end(followerId: string, personId: string): Promise<void> {
  const outboxId = newId();
  const params = { viewerId: followerId, personId, at: Date.now(), outboxId };
  const [row] = await write("people/unfollow", params, Changed);
  if (!row) throw new ApiError("not_found");
  if (row.changed) enqueueJob({ outboxId, kind: "unfollow", actorId: followerId, subjectId: personId });
}

/** The viewer's relationship to a person, read after it was changed. */
async function relationshipWith(viewerId: string, personId: string): Promise<Relationship> {
  await invalidateRelationships(viewerId, personId);
  const [relationship] = await relationships(viewerId, [personId]);
  if (!relationship) throw new ApiError("not_found");
  return relationship;
}
