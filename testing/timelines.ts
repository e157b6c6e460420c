import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { decodeEntry, encodeEntry } from "@/lib/timelines/rules";

/** The entries of a person's timeline in Redis, newest first: barks as their ids, rebarks as "id:of". */
export async function timelineOf(personId: string): Promise<string[]> {
  const members = await tcpRedis().zrange(keys.timeline(personId), "0", "-1");
  return members.map((member) => decodeEntry(member)).map(({ id, of }) => (of ? `${id}:${of}` : id));
}

/** The encoding of a bark in a timeline. */
export const memberOf = (id: string): string => encodeEntry({ id, of: null });
