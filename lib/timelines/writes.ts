import { HOME_LENGTH, keys, LIVE_LENGTH, LIVE_SECONDS, ORDER_SECONDS } from "@/lib/redis/keys";
import { tcpRedis, tcpScript } from "@/lib/redis/tcp";
import type { LiveEvent } from "@/lib/realtime/events";
import { encodeEntry, type TimelineDrift } from "@/lib/timelines/rules";
import type { TimelineEntry } from "@/lib/timelines/schema";

const LIVE = [LIVE_LENGTH, LIVE_SECONDS].map(String);

/** A bark or rebark, who made it, and the id of what they made before it. */
export interface Told extends TimelineEntry {
  authorId: string;
  after: string | null;
}

/** Something that an author told before has not been delivered: it goes first. */
export class OutOfOrder extends Error {}

/**
 * Puts a bark or a rebark into the timelines of a chunk of people who are active, once, and tells who listens.
 * @param event null when these people are not to be told
 * @throws OutOfOrder
 */
export function deliverBark(told: Told, event: LiveEvent | null, people: string[]): Promise<void> {
  return deliverChunk("keep", told, event, people);
}

/**
 * Tells those of a chunk of people who listen of a hub's bark, once; their timelines find it among the hub's newest.
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
  const what = [told.id, encodeEntry(told), event ? JSON.stringify(event) : ""];
  const order = [told.authorId, told.after ?? ""];
  const args = [how, ...order, String(Date.now()), ...what, String(HOME_LENGTH), ...LIVE, ...people];
  if ((await tcpScript("deliver_bark", [], args)) === -1) throw new OutOfOrder();
}

/** Notes that an author's barks and rebarks up to this one have been delivered. */
export async function noteDelivered(authorId: string, id: string): Promise<void> {
  await tcpScript("order_note", [], [authorId, id, String(ORDER_SECONDS)]);
}

/** The newest of an author's barks and rebarks up to which all are delivered; null when nothing is known. */
export function lastDelivered(authorId: string): Promise<string | null> {
  return tcpRedis().hget(keys.order(authorId), "all");
}

/**
 * Tells those of a chunk of people who have an entry in their timeline what its bark says now.
 * @param merged whether it is a hub's: then all of them are told, since nobody knows who has read it
 */
export async function deliverEdit(
  entry: TimelineEntry,
  event: LiveEvent,
  people: string[],
  merged: boolean,
): Promise<void> {
  const what = [encodeEntry(entry), entry.of ?? entry.id, JSON.stringify(event)];
  await tcpScript("deliver_edit", [], [whose(merged), String(Date.now()), ...what, ...LIVE, ...people]);
}

/** Takes a bark or a rebark out of the timelines of a chunk of people, and tells who had it (of a hub's: all). Once. */
export async function deliverDeletion(entry: TimelineEntry, people: string[], merged: boolean): Promise<void> {
  const event: LiveEvent = { type: "bark:deleted", id: entry.id };
  const what = [entry.id, encodeEntry(entry), JSON.stringify(event)];
  await tcpScript("deliver_deletion", [], [whose(merged), String(Date.now()), ...what, ...LIVE, ...people]);
}

const whose = (merged: boolean) => (merged ? "merged" : "kept");

/**
 * Adds an author's newest entries to somebody's timeline, `all` of them or not; one that is not built
 * stays so and will find them in the graph. Of a hub it also finds what comes later.
 */
export async function addToHome(
  personId: string,
  authorId: string,
  { entries, all, highFollower }: { entries: TimelineEntry[]; all: boolean; highFollower: boolean },
): Promise<void> {
  const what = [all ? "all" : "newest", highFollower ? authorId : "", ...entries.map(encodeEntry)];
  const where = [keys.active, keys.timeline(personId), keys.highFollowersOf(personId)];
  await tcpScript("home_merge", where, [personId, String(HOME_LENGTH), ...what]);
}

/** Removes an author's entries from somebody's timeline. */
export async function removeFromHome(personId: string, authorId: string, entries: TimelineEntry[]): Promise<void> {
  const where = [keys.timeline(personId), keys.highFollowersOf(personId)];
  await tcpScript("home_remove", where, [authorId, ...entries.map(encodeEntry)]);
}

/** Puts right what a timeline that is there holds and lacks. */
export async function repairTimeline(personId: string, { missing, surplus }: TimelineDrift): Promise<void> {
  const [home, authors] = [keys.timeline(personId), keys.highFollowersOf(personId)];
  if (surplus.length > 0) await tcpScript("home_remove", [home, authors], ["", ...surplus.map(encodeEntry)]);
  if (missing.length === 0) return;
  const what = ["all", "", ...missing.map(encodeEntry)];
  await tcpScript("home_merge", [keys.active, home, authors], [personId, String(HOME_LENGTH), ...what]);
}
