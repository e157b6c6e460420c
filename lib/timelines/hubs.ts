import { z } from "zod";
import { write } from "@/lib/neo4j";
import { keys, NEWEST_LENGTH } from "@/lib/redis/keys";
import { tcpRedis, tcpScript } from "@/lib/redis/tcp";
import { newestOf } from "@/lib/timelines/graph";
import { toMember } from "@/lib/timelines/rules";
import type { Entry } from "@/lib/timelines/schema";

const Id = z.object({ id: z.string() });

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
    tcpScript("newest_add", [keys.newest(hubId)], [String(NEWEST_LENGTH), which, ...entries.map(toMember)]);
  if (await add("new", [entry])) return;
  const { entries, all } = await newestOf(hubId, NEWEST_LENGTH);
  await add(all ? "all" : "newest", entries);
}

/** Whether an entry is among those kept of a hub. */
export async function isOfHub(personId: string, entry: Entry): Promise<boolean> {
  return (await tcpRedis().zscore(keys.newest(personId), toMember(entry))) !== null;
}

/** Takes an entry out of those kept of a hub. */
export async function dropOfHub(personId: string, entry: Entry): Promise<void> {
  await tcpRedis().zrem(keys.newest(personId), toMember(entry));
}
