import { z } from "zod";
import { write } from "@/lib/neo4j";
import { keys, NEWEST_LENGTH } from "@/lib/redis/keys";
import { tcpRedis, tcpScript } from "@/lib/redis/tcp";
import { newestEntriesOf } from "@/lib/timelines/graph";
import { encodeEntry } from "@/lib/timelines/rules";
import type { TimelineEntry } from "@/lib/timelines/schema";

const Id = z.object({ id: z.string() });

/**
 * Makes somebody a hub, whose barks are merged into timelines when they are read. First the graph says so, for
 * timelines that are built from now on; then those that there are. Done anew it changes nothing.
 * @param inChunks goes through everybody who follows them
 */
export async function markHighFollower(
  personId: string,
  inChunks: (serve: (people: string[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (await tcpRedis().sismember(keys.highFollowers, personId)) return;
  await write("timelines/mark_high_follower", { personId }, Id);
  await inChunks(
    async (people) => void (await tcpScript("high_follower_announce", [keys.active], [personId, ...people])),
  );
  await tcpRedis().sadd(keys.highFollowers, personId);
}

/** Keeps a new entry of a hub for those who merge it. */
export async function cacheRecent(authorId: string, entry: TimelineEntry): Promise<void> {
  const add = (which: string, entries: TimelineEntry[]) =>
    tcpScript("recent_add", [keys.newest(authorId)], [String(NEWEST_LENGTH), which, ...entries.map(encodeEntry)]);
  if (await add("new", [entry])) return;
  const { entries, all } = await newestEntriesOf(authorId, NEWEST_LENGTH);
  await add(all ? "all" : "newest", entries);
}

/** Whether an entry is among those kept of a hub. */
export async function isCachedRecent(personId: string, entry: TimelineEntry): Promise<boolean> {
  return (await tcpRedis().zscore(keys.newest(personId), encodeEntry(entry))) !== null;
}

/** Takes an entry out of those kept of a hub. */
export async function dropCachedRecent(personId: string, entry: TimelineEntry): Promise<void> {
  await tcpRedis().zrem(keys.newest(personId), encodeEntry(entry));
}
