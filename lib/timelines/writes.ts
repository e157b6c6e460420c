import { ApiError } from "@/lib/errors";
import { write, IdRow } from "@/lib/neo4j";
import { redis } from "@/lib/redis";
import { deliveryKeys, keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import type { LiveEvent } from "@/lib/realtime/events";
import { encodeEntry, type TimelineDrift } from "@/lib/timelines/rules";
import { homeChoiceLoader } from "@/lib/timelines/reads";
import { HomeChoice, type TimelineEntry } from "@/lib/timelines/schema";
import { traceCarrier } from "@/lib/tracing";

/** Changes what a person's Home shows from now on, also live. */
export async function setHomeChoice(personId: string, change: Partial<HomeChoice>): Promise<HomeChoice> {
  const { replies = null, rebarks = null } = change;
  const [choice] = await write("timelines/set_home_choice", { personId, replies, rebarks }, HomeChoice);
  if (!choice) throw new ApiError("unauthorized");
  await homeChoiceLoader().forgetEverywhere([personId]);
  return choice;
}

/** A bark or rebark, who made it, and the id of what they made before it. */
export interface Told extends TimelineEntry {
  authorId: string;
  after: string | null;
}

/** An earlier bark of the same author has not been delivered yet and has to go first. */
export class OutOfOrder extends Error {}

/**
 * Adds a bark or rebark to the timelines of active people of a chunk, and sends it to connected ones; idempotent.
 * @param event null when these people get no live event
 * @throws OutOfOrder
 */
export function deliverBark(told: Told, event: LiveEvent | null, people: string[]): Promise<void> {
  return deliverChunk("keep", told, event, people);
}

/**
 * Sends a bark of a high-follower author to the connected people of a chunk; timelines merge it on read. Idempotent.
 * @throws OutOfOrder
 */
export function deliverLiveOnly(told: Told, event: LiveEvent, people: string[]): Promise<void> {
  return deliverChunk("tell", told, event, people);
}

async function deliverChunk(
  how: "keep" | "tell",
  told: Told,
  event: LiveEvent | null,
  people: string[],
): Promise<void> {
  const where = [keys.order(told.authorId), keys.tombstone(told.id), keys.active, keys.listening];
  const what = [told.after ?? "", String(Date.now()), told.id, encodeEntry(told), event ? withTrace(event) : ""];
  const answer = await redis().runScript(
    "deliver_bark",
    [...where, ...deliveryKeys(people)],
    [how, ...what, ...people],
  );
  if (answer === -1) throw new OutOfOrder();
}

/** Records that an author's barks and rebarks up to this one have been delivered. */
export async function noteDelivered(authorId: string, id: string): Promise<void> {
  await redis().runScript("order_note", [keys.order(authorId)], [id]);
}

/** The newest delivered bark or rebark of an author; null when unknown. */
export function lastDelivered(authorId: string): Promise<string | null> {
  return tcpRedis().hget(keys.order(authorId), "all");
}

/**
 * Sends an edited bark to those of a chunk of people who have it in their timeline.
 * @param merged whether its author is a high-follower author: then all of them get it, since timelines do not hold it
 */
export async function deliverEdit(
  entry: TimelineEntry,
  event: LiveEvent,
  people: string[],
  merged: boolean,
): Promise<void> {
  const what = [encodeEntry(entry), entry.of ?? entry.id, withTrace(event)];
  const where = [keys.listening, ...deliveryKeys(people)];
  await redis().runScript("deliver_edit", where, [whose(merged), String(Date.now()), ...what, ...people]);
}

/** Removes a bark or rebark from the timelines of a chunk of people and tells those who had it; idempotent. */
export async function deliverDeletion(entry: TimelineEntry, people: string[], merged: boolean): Promise<void> {
  const event: LiveEvent = { type: "bark:deleted", id: entry.id };
  const what = [entry.id, encodeEntry(entry), withTrace(event)];
  const where = [keys.tombstone(entry.id), keys.listening, ...deliveryKeys(people)];
  await redis().runScript("deliver_deletion", where, [whose(merged), String(Date.now()), ...what, ...people]);
}

/** An event as the gateways get it, with the trace that it belongs to. */
const withTrace = (event: LiveEvent) => JSON.stringify({ ...event, ...traceCarrier() });

const whose = (merged: boolean) => (merged ? "merged" : "kept");

/**
 * Adds an author's newest entries to somebody's timeline (`all`: there are no older ones). A timeline that is not
 * built stays so. A high-follower author is merged on read from then on.
 */
export async function addToHome(
  personId: string,
  authorId: string,
  { entries, all, highFollower }: { entries: TimelineEntry[]; all: boolean; highFollower: boolean },
): Promise<void> {
  const what = [all ? "all" : "newest", highFollower ? authorId : "", ...entries.map(encodeEntry)];
  const where = [keys.active, keys.timeline(personId), keys.highFollowersOf(personId)];
  await redis().runScript("home_merge", where, [personId, ...what]);
}

/** Removes an author's entries from somebody's timeline. */
export async function removeFromHome(personId: string, authorId: string, entries: TimelineEntry[]): Promise<void> {
  const where = [keys.timeline(personId), keys.highFollowersOf(personId)];
  await redis().runScript("home_remove", where, [authorId, ...entries.map(encodeEntry)]);
}

/** Repairs a cached timeline: removes surplus entries and adds missing ones. */
export async function repairTimeline(personId: string, { missing, surplus }: TimelineDrift): Promise<void> {
  const [home, authors] = [keys.timeline(personId), keys.highFollowersOf(personId)];
  if (surplus.length > 0) await redis().runScript("home_remove", [home, authors], ["", ...surplus.map(encodeEntry)]);
  if (missing.length === 0) return;
  const what = ["all", "", ...missing.map(encodeEntry)];
  await redis().runScript("home_merge", [keys.active, home, authors], [personId, ...what]);
}

/**
 * Marks somebody as a high-follower author, whose barks are merged into timelines on read: first in the graph, for
 * timelines built from now on, then in the timelines that exist. Idempotent.
 * @param inChunks visits all of their followers in chunks
 */
export async function markHighFollower(
  personId: string,
  inChunks: (serve: (people: string[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (await tcpRedis().sismember(keys.highFollowers, personId)) return;
  await write("timelines/mark_high_follower", { personId }, IdRow);
  await inChunks(async (people) => {
    const where = [keys.active, ...people.map(keys.highFollowersOf)];
    await redis().runScript("high_follower_announce", where, [personId, ...people]);
  });
  await tcpRedis().sadd(keys.highFollowers, personId);
}
