import { ACTIVE_DAYS, keys, LIVE_SECONDS } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { DAY_MS } from "@/lib/time";

const LIMIT = 500;

/**
 * Deletes the timelines of people who were inactive for 14 days, and stops appending to live streams that were not read
 * for 7 days. Both are rebuilt when the person returns.
 */
export async function evictInactiveTimelines(): Promise<void> {
  const redis = tcpRedis();
  const now = Date.now();
  const absent = await redis.zrangebyscore(keys.active, 1, now - ACTIVE_DAYS * DAY_MS, "LIMIT", 0, LIMIT);
  if (absent.length > 0) {
    await redis
      .multi()
      .zrem(keys.active, ...absent)
      .del(...absent.flatMap((person) => [keys.timeline(person), keys.highFollowersOf(person)]))
      .exec();
  }
  await redis.zremrangebyscore(keys.listening, "-inf", now - LIVE_SECONDS * 1000);
}
