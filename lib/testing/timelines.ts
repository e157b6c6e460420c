import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { decodeEntry, encodeEntry } from "@/lib/timelines/rules";

/** What somebody's timeline in Redis holds, newest first: barks by their ids, rebarks as "id:of". */
export async function timelineOf(personId: string): Promise<string[]> {
  const members = await tcpRedis().zrange(keys.timeline(personId), "0", "-1");
  return members.map((member) => decodeEntry(member)).map(({ id, of }) => (of ? `${id}:${of}` : id));
}

/** How a bark is kept in a timeline. */
export const memberOf = (id: string): string => encodeEntry({ id, of: null });
