import { HOME_LENGTH, keys, LIVE_LENGTH, LIVE_SECONDS } from "@/lib/redis/keys";
import { tcpScript } from "@/lib/redis/tcp";
import type { LiveEvent } from "@/lib/realtime/events";
import { toMember, type Drift } from "@/lib/timelines/rules";
import type { Entry } from "@/lib/timelines/schema";

const LIVE = [LIVE_LENGTH, LIVE_SECONDS].map(String);

/**
 * Puts a bark or a rebark into the timelines of a chunk of people who are active, once, and tells who listens.
 * @param event null when these people are not to be told
 */
export async function showBark(entry: Entry, event: LiveEvent | null, people: string[]): Promise<void> {
  const what = [entry.id, toMember(entry), event ? JSON.stringify(event) : ""];
  await tcpScript("deliver_bark", [], ["keep", String(Date.now()), ...what, String(HOME_LENGTH), ...LIVE, ...people]);
}

/** Tells those of a chunk of people who listen of a hub's bark, once; their timelines find it among the hub's newest. */
export async function tellOfBark(entry: Entry, event: LiveEvent, people: string[]): Promise<void> {
  const what = [entry.id, toMember(entry), JSON.stringify(event)];
  await tcpScript("deliver_bark", [], ["tell", String(Date.now()), ...what, String(HOME_LENGTH), ...LIVE, ...people]);
}

/**
 * Tells those of a chunk of people who have an entry in their timeline what its bark says now.
 * @param merged whether it is a hub's: then all of them are told, since nobody knows who has read it
 */
export async function reviseBark(entry: Entry, event: LiveEvent, people: string[], merged: boolean): Promise<void> {
  const what = [toMember(entry), entry.of ?? entry.id, JSON.stringify(event)];
  await tcpScript("deliver_edit", [], [whose(merged), String(Date.now()), ...what, ...LIVE, ...people]);
}

/** Takes a bark or a rebark out of the timelines of a chunk of people, and tells who had it (of a hub's: all). Once. */
export async function withdrawBark(entry: Entry, people: string[], merged: boolean): Promise<void> {
  const event: LiveEvent = { type: "bark:deleted", id: entry.id };
  const what = [entry.id, toMember(entry), JSON.stringify(event)];
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
  { entries, all, hub }: { entries: Entry[]; all: boolean; hub: boolean },
): Promise<void> {
  const what = [all ? "all" : "newest", hub ? authorId : "", ...entries.map(toMember)];
  const where = [keys.active, keys.timeline(personId), keys.hubsOf(personId)];
  await tcpScript("home_merge", where, [personId, String(HOME_LENGTH), ...what]);
}

/** Removes an author's entries from somebody's timeline. */
export async function removeFromHome(personId: string, authorId: string, entries: Entry[]): Promise<void> {
  const where = [keys.timeline(personId), keys.hubsOf(personId)];
  await tcpScript("home_remove", where, [authorId, ...entries.map(toMember)]);
}

/** Puts right what a timeline that is there holds and lacks. */
export async function putRight(personId: string, { missing, surplus }: Drift): Promise<void> {
  const [home, hubs] = [keys.timeline(personId), keys.hubsOf(personId)];
  if (surplus.length > 0) await tcpScript("home_remove", [home, hubs], ["", ...surplus.map(toMember)]);
  if (missing.length === 0) return;
  const what = ["all", "", ...missing.map(toMember)];
  await tcpScript("home_merge", [keys.active, home, hubs], [personId, String(HOME_LENGTH), ...what]);
}
