import { HOME_LENGTH, keys, LIVE_LENGTH, LIVE_SECONDS } from "@/lib/redis/keys";
import { tcpScript } from "@/lib/redis/tcp";
import type { LiveEvent } from "@/lib/realtime/events";
import { toMember } from "@/lib/timelines/rules";
import type { Entry } from "@/lib/timelines/graph";

const LIVE = [LIVE_LENGTH, LIVE_SECONDS].map(String);

/**
 * Puts a bark or a rebark into the timelines of a chunk of people who are active, once, and tells who listens.
 * @param event null when these people are not to be told
 */
export async function showBark({ id, of }: Entry, event: LiveEvent | null, people: string[]): Promise<void> {
  const what = [id, of ?? "", event ? JSON.stringify(event) : ""];
  await tcpScript("deliver_bark", [], [String(Date.now()), ...what, String(HOME_LENGTH), ...LIVE, ...people]);
}

/** Tells those of a chunk of people who have an entry in their timeline what its bark says now. */
export async function reviseBark(entry: Entry, event: LiveEvent, people: string[]): Promise<void> {
  const what = [toMember(entry), entry.of ?? entry.id, JSON.stringify(event)];
  await tcpScript("deliver_edit", [], [String(Date.now()), ...what, ...LIVE, ...people]);
}

/** Takes a bark or a rebark out of the timelines of a chunk of people, and tells who had it. Once. */
export async function withdrawBark(entry: Entry, people: string[]): Promise<void> {
  const event: LiveEvent = { type: "bark:deleted", id: entry.id };
  const what = [entry.id, toMember(entry), JSON.stringify(event)];
  await tcpScript("deliver_deletion", [], [String(Date.now()), ...what, ...LIVE, ...people]);
}

/**
 * Adds an author's newest entries to somebody's timeline, `all` of them or not; one that is not built
 * stays so and will find them in the graph.
 */
export async function addToHome(personId: string, entries: Entry[], all: boolean): Promise<void> {
  const what = [all ? "all" : "newest", ...entries.map(toMember)];
  await tcpScript("home_merge", [keys.active, keys.home(personId)], [personId, String(HOME_LENGTH), ...what]);
}

/** Removes entries from somebody's timeline. */
export async function removeFromHome(personId: string, entries: Entry[]): Promise<void> {
  await tcpScript("home_remove", [keys.home(personId)], entries.map(toMember));
}
