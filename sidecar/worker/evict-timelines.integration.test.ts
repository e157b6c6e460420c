import { afterAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { ACTIVE_DAYS, keys, LIVE_SECONDS } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { evictInactiveTimelines } from "@/sidecar/worker/evict-timelines";

afterAll(() => tcpRedis().disconnect());

const DAY = 24 * 60 * 60 * 1000;
const ago = (days: number) => Date.now() - days * DAY;

describe("evicting inactive timelines", () => {
  it("deletes only the timelines of people who were inactive for 14 days", async () => {
    const [absent, present, building] = [newId(), newId(), newId()];
    const seen = { [absent]: ago(ACTIVE_DAYS + 1), [present]: ago(ACTIVE_DAYS - 1), [building]: 0 };
    for (const [person, at] of Object.entries(seen)) {
      await tcpRedis().zadd(keys.active, at, person);
      await tcpRedis().zadd(keys.timeline(person), 0, newId());
    }
    await evictInactiveTimelines();
    const kept = await Promise.all(Object.keys(seen).map((person) => tcpRedis().exists(keys.timeline(person))));
    expect(kept).toEqual([0, 1, 1]);
    expect(await tcpRedis().zscore(keys.active, absent)).toBeNull();
    expect(await tcpRedis().zscore(keys.active, present)).not.toBeNull();
    await tcpRedis().zrem(keys.active, present, building);
    await tcpRedis().del(keys.timeline(present), keys.timeline(building));
  });

  it("stops appending to live streams that were not read for 7 days", async () => {
    const [gone, listening] = [newId(), newId()];
    const week = LIVE_SECONDS / (24 * 60 * 60);
    await tcpRedis().zadd(keys.listening, ago(week + 1), gone, ago(week - 1), listening);
    await evictInactiveTimelines();
    expect(await tcpRedis().zscore(keys.listening, gone)).toBeNull();
    expect(await tcpRedis().zscore(keys.listening, listening)).not.toBeNull();
    await tcpRedis().zrem(keys.listening, listening);
  });
});
