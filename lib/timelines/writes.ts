import { z } from "zod";
import { write } from "@/lib/neo4j";
import { HOME_LENGTH, keys, LIVE_LENGTH, LIVE_SECONDS, RECENT_LENGTH } from "@/lib/redis/keys";
import { tcpRedis, tcpScript } from "@/lib/redis/tcp";
import type { LiveEvent } from "@/lib/realtime/events";
import { toEntry, toMember, type Drift } from "@/lib/timelines/rules";
import { newestOf } from "@/lib/timelines/graph";
import type { Entry } from "@/lib/timelines/schema";

const LIVE = [LIVE_LENGTH, LIVE_SECONDS].map(String);
const Id = z.object({ id: z.string() });

/**
 * Puts a bark or a rebark into the timelines of a chunk of people who are active, once, and tells who listens.
 * @param event null when these people are not to be told
 */
export async function showBark({ id, of }: Entry, event: LiveEvent | null, people: string[]): Promise<void> {
  const what = [id, of ?? "", event ? JSON.stringify(event) : ""];
  await tcpScript("deliver_bark", [], ["keep", String(Date.now()), ...what, String(HOME_LENGTH), ...LIVE, ...people]);
}

/** Tells those of a chunk of people who listen of a hub's bark, once; their timelines find it among the hub's newest. */
export async function tellOfBark({ id, of }: Entry, event: LiveEvent, people: string[]): Promise<void> {
  const what = [id, of ?? "", JSON.stringify(event)];
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
  const where = [keys.active, keys.home(personId), keys.hubsOf(personId)];
  await tcpScript("home_merge", where, [personId, String(HOME_LENGTH), ...what]);
}

/** Removes an author's entries from somebody's timeline. */
export async function removeFromHome(personId: string, authorId: string, entries: Entry[]): Promise<void> {
  const where = [keys.home(personId), keys.hubsOf(personId)];
  await tcpScript("home_remove", where, [authorId, ...entries.map(toMember)]);
}

/**
 * Makes somebody a hub, whose barks are merged into timelines when they are read. First the graph says so, for
 * timelines that are built from now on; then those that there are. Done anew it changes nothing.
 * @param inChunks goes through everybody who follows them
 */
export async function becomeHub(
  personId: string,
  inChunks: (serve: (people: string[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (await tcpRedis().sismember(keys.hubs, personId)) return;
  await write("timelines/become_hub", { personId }, Id);
  await inChunks(async (people) => void (await tcpScript("hub_announce", [keys.active], [personId, ...people])));
  await tcpRedis().sadd(keys.hubs, personId);
}

/** Keeps a new entry of a hub for those who merge it. */
export async function keepOfHub(hubId: string, entry: Entry): Promise<void> {
  const add = (which: string, entries: Entry[]) =>
    tcpScript("recent_add", [keys.recent(hubId)], [String(RECENT_LENGTH), which, ...entries.map(toMember)]);
  if (await add("new", [entry])) return;
  const { entries, all } = await newestOf(hubId, RECENT_LENGTH);
  await add(all ? "all" : "newest", entries);
}

/** Whether an entry is among those kept of a hub. */
export async function isOfHub(personId: string, entry: Entry): Promise<boolean> {
  return (await tcpRedis().zscore(keys.recent(personId), toMember(entry))) !== null;
}

/** Takes an entry out of those kept of a hub. */
export async function dropOfHub(personId: string, entry: Entry): Promise<void> {
  await tcpRedis().zrem(keys.recent(personId), toMember(entry));
}

const Kept = z.tuple([z.literal(1), z.string(), z.string()], z.string());

/**
 * The newest entries that somebody's timeline would show, without making them active; null when it is not built.
 * @param limit at most so many
 */
export async function keptEntries(personId: string, limit: number): Promise<Entry[] | null> {
  const { active, home, live, listening, hubsOf } = keys;
  const where = [active, home(personId), live(personId), listening, hubsOf(personId)];
  const answer = await tcpScript("home_page", where, [personId, "0", String(limit), "+", "(0~", "desc", ""]);
  const kept = Kept.safeParse(answer);
  return kept.success ? kept.data.slice(3).map((member) => toEntry(String(member))) : null;
}

/** Some people who have a timeline. */
export async function someReaders(count: number): Promise<string[]> {
  return [await tcpRedis().zrandmember(keys.active, count)].flat().map(String);
}

/** Puts right what a timeline that is there holds and lacks. */
export async function putRight(personId: string, { missing, surplus }: Drift): Promise<void> {
  const [home, hubs] = [keys.home(personId), keys.hubsOf(personId)];
  if (surplus.length > 0) await tcpScript("home_remove", [home, hubs], ["", ...surplus.map(toMember)]);
  if (missing.length === 0) return;
  const what = ["all", "", ...missing.map(toMember)];
  await tcpScript("home_merge", [keys.active, home, hubs], [personId, String(HOME_LENGTH), ...what]);
}
