import { z } from "zod";
import { barkViews, readLiked, readWithoutViewer, readStatuses } from "@/lib/barks/reads";
import { barkOf, mayRebark } from "@/lib/barks/rules";
import { ViewerState, type StatusWithoutViewer, type Status } from "@/lib/barks/schema";
import type { Job } from "@/lib/delivery/schema";
import { enqueueJob } from "@/lib/delivery/writes";
import { ApiError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write, writeTogether } from "@/lib/neo4j";
import { EMOJI_LIMIT, PIN_LIMIT } from "@/lib/reactions/rules";

const Changed = z.object({ changed: z.boolean(), undoes: z.string().nullish() });
const Liked = Changed.extend({ likes: z.number(), state: ViewerState });
const Rebarked = z.object({ id: z.string(), changed: z.boolean(), after: z.string().nullable() });
const Undone = z.object({ undoes: z.string() });
const Pinned = z.object({ pinned: z.boolean() });
const Reacted = z.object({ reacted: z.boolean(), changed: z.boolean() });

/**
 * Likes a bark; idempotent.
 * @returns the bark as it is now
 * @throws ApiError not_found when it does not exist or is hidden from the viewer
 */
export function like(viewerId: string, id: string): Promise<Status> {
  return act("like", viewerId, id);
}

/** Removes a like. @throws ApiError not_found */
export function unlike(viewerId: string, id: string): Promise<Status> {
  return act("unlike", viewerId, id);
}

async function act(kind: "like" | "unlike", viewerId: string, id: string): Promise<Status> {
  const bark = await visible(viewerId, id);
  const outboxId = newId();
  const params = { viewerId, id: bark.id, at: Date.now(), outboxId };
  const [row] = await writeTogether(`reactions/${kind}`, params, Liked);
  if (!row) throw new ApiError("not_found");
  const status = await readLiked(viewerId, bark.id, row.likes, row.state);
  if (!status) throw new ApiError("not_found");
  if (row.changed) told({ outboxId, kind, actorId: viewerId, subjectId: bark.id, undoes: row.undoes });
  return status;
}

/** Bookmarks a bark; no alert is sent. @throws ApiError not_found */
export async function bookmark(viewerId: string, id: string): Promise<Status> {
  const bark = await visible(viewerId, id);
  const [row] = await write("reactions/bookmark", { viewerId, id: bark.id, edgeId: newId() }, Changed);
  if (!row) throw new ApiError("not_found");
  return again(viewerId, bark.id);
}

/** Removes a bookmark. @throws ApiError not_found */
export async function unbookmark(viewerId: string, id: string): Promise<Status> {
  const bark = await visible(viewerId, id);
  await write("reactions/unbookmark", { viewerId, id: bark.id }, Changed);
  return again(viewerId, bark.id);
}

/** Pins one's own bark. @throws ApiError not_found; invalid for another's bark and above the limit */
export async function pin(viewerId: string, id: string): Promise<Status> {
  const bark = await own(viewerId, id);
  const [row] = await write("reactions/pin", { viewerId, id: bark.id, edgeId: newId(), most: PIN_LIMIT }, Pinned);
  if (!row?.pinned) throw new ApiError("invalid", { message: `You can pin ${PIN_LIMIT} barks. Unpin one first.` });
  return again(viewerId, bark.id);
}

/** Unpins one's own bark. @throws ApiError not_found; invalid for another's */
export async function unpin(viewerId: string, id: string): Promise<Status> {
  const bark = await own(viewerId, id);
  await write("reactions/unpin", { viewerId, id: bark.id }, Changed);
  return again(viewerId, bark.id);
}

/**
 * Rebarks a bark; idempotent.
 * @returns the rebark with the bark inside; the bark alone when another device has undone the rebark meanwhile
 * @throws ApiError not_found; invalid for a followers-only bark
 */
export async function rebark(viewerId: string, id: string): Promise<Status> {
  const bark = await visible(viewerId, id);
  if (!mayRebark(bark, viewerId)) {
    throw new ApiError("invalid", { message: "This bark is for followers only. It cannot be rebarked." });
  }
  const params = { viewerId, id: bark.id, rebarkId: newId(), at: Date.now() };
  const [row] = await writeTogether("reactions/rebark", params, Rebarked);
  if (!row) throw new ApiError("not_found");
  if (row.changed) {
    const { id: entry, after } = row;
    told({ outboxId: entry, kind: "rebark", actorId: viewerId, subjectId: entry, of: bark.id, after });
  }
  return (await now(viewerId, row.id, bark.id)) ?? again(viewerId, bark.id);
}

/** Undoes a rebark. @returns the bark. @throws ApiError not_found */
export async function unrebark(viewerId: string, id: string): Promise<Status> {
  const bark = await visible(viewerId, id);
  const outboxId = newId();
  const pair = `${viewerId} ${bark.id}`;
  const [row] = await write("reactions/unrebark", { pair, viewerId, id: bark.id, at: Date.now(), outboxId }, Undone);
  if (row) {
    barkViews().forget(row.undoes);
    told({ outboxId, kind: "unrebark", actorId: viewerId, subjectId: bark.id, undoes: row.undoes });
  }
  return again(viewerId, bark.id);
}

/**
 * Reacts to a bark with an emoji (in its fully qualified form); idempotent.
 * @throws ApiError not_found; invalid above the limit per person and bark
 */
export async function react(viewerId: string, id: string, emoji: string): Promise<Status> {
  const bark = await visible(viewerId, id);
  const outboxId = newId();
  const what = { viewerId, id: bark.id, emoji, key: `${bark.id} ${emoji}`, at: Date.now(), outboxId };
  const [row] = await writeTogether("reactions/react", { ...what, most: EMOJI_LIMIT }, Reacted);
  if (!row) throw new ApiError("not_found");
  if (!row.reacted) throw new ApiError("invalid", { message: `You can give a bark ${EMOJI_LIMIT} different emoji.` });
  if (row.changed) told({ outboxId, kind: "react", actorId: viewerId, subjectId: bark.id, emoji });
  return again(viewerId, bark.id);
}

/** Removes a reaction. @throws ApiError not_found */
export async function unreact(viewerId: string, id: string, emoji: string): Promise<Status> {
  const bark = await visible(viewerId, id);
  const outboxId = newId();
  const what = { viewerId, id: bark.id, key: `${bark.id} ${emoji}`, at: Date.now(), outboxId };
  const [row] = await write("reactions/unreact", what, Undone);
  if (row) told({ outboxId, kind: "unreact", actorId: viewerId, subjectId: bark.id, undoes: row.undoes });
  return again(viewerId, bark.id);
}

/** Enqueues a committed job, and makes the next read in this process see the change. */
function told(job: Job): void {
  barkViews().forget(job.of ?? job.subjectId);
  enqueueJob(job);
}

/** The bark with that id if the viewer may see it; for a rebark, the original. */
async function visible(viewerId: string, id: string): Promise<StatusWithoutViewer> {
  const [status] = await readWithoutViewer(viewerId, [id]);
  if (!status) throw new ApiError("not_found");
  return barkOf(status);
}

async function own(viewerId: string, id: string): Promise<StatusWithoutViewer> {
  const bark = await visible(viewerId, id);
  if (bark.account.id === viewerId) return bark;
  throw new ApiError("invalid", { message: "Only your own barks can be pinned." });
}

/** A bark, or a rebark `of` it, after a change, read without the cache. */
async function now(viewerId: string, id: string, of = id): Promise<Status | undefined> {
  barkViews().forget(of);
  return (await readStatuses(viewerId, [id]))[0];
}

async function again(viewerId: string, id: string): Promise<Status> {
  const status = await now(viewerId, id);
  if (!status) throw new ApiError("not_found");
  return status;
}
