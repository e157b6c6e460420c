import { z } from "zod";
import { write } from "@/lib/neo4j";
import { redis } from "@/lib/redis";
import { keys, NEWEST_LENGTH } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { newestEntriesOf } from "@/lib/timelines/graph";
import { encodeEntry } from "@/lib/timelines/rules";
import type { TimelineEntry } from "@/lib/timelines/schema";

const Id = z.object({ id: z.string() });

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
  await write("timelines/mark_high_follower", { personId }, Id);
  await inChunks(async (people) => {
    const where = [keys.active, ...people.map(keys.highFollowersOf)];
    await redis().runScript("high_follower_announce", where, [personId, ...people]);
  });
  await tcpRedis().sadd(keys.highFollowers, personId);
}

/** Adds a new entry to the cached recent entries of a high-follower author. */
export async function cacheRecent(authorId: string, entry: TimelineEntry): Promise<void> {
  const add = (which: string, entries: TimelineEntry[]) =>
    redis().runScript("recent_add", [keys.newest(authorId)], [which, ...entries.map(encodeEntry)]);
  if (await add("new", [entry])) return;
  const { entries, all } = await newestEntriesOf(authorId, NEWEST_LENGTH);
  await add(all ? "all" : "newest", entries);
}

/** Whether an entry is among the cached recent entries of a high-follower author. */
export async function isCachedRecent(personId: string, entry: TimelineEntry): Promise<boolean> {
  return (await tcpRedis().zscore(keys.newest(personId), encodeEntry(entry))) !== null;
}

/** Removes an entry from the cached recent entries of a high-follower author. */
export async function dropCachedRecent(personId: string, entry: TimelineEntry): Promise<void> {
  await tcpRedis().zrem(keys.newest(personId), encodeEntry(entry));
}
