import { z } from "zod";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { encodeBounds, decodeEntry } from "@/lib/timelines/rules";
import type { TimelineEntry } from "@/lib/timelines/schema";

const Kept = z.tuple([z.literal(1), z.string(), z.string()], z.string());

/**
 * The newest entries of a cached timeline, read without marking the person as active; null when it is not built.
 * @param limit the maximum number of entries
 */
export async function cachedEntries(personId: string, limit: number): Promise<TimelineEntry[] | null> {
  const { active, timeline, live, listening, highFollowersOf } = keys;
  const { newest, oldest } = encodeBounds({ max: "9".repeat(19), min: "0" });
  const where = [active, timeline(personId), live(personId), listening, highFollowersOf(personId)];
  const answer = await redis().runScript("home_page", where, [
    personId,
    "0",
    String(limit),
    newest,
    oldest,
    "desc",
    "",
  ]);
  const kept = Kept.safeParse(answer);
  return kept.success ? kept.data.slice(3).map((member) => decodeEntry(String(member))) : null;
}

/** A sample of the people who have a cached timeline. */
export async function sampleActivePeople(count: number): Promise<string[]> {
  return [await tcpRedis().zrandmember(keys.active, count)].flat().map(String);
}
