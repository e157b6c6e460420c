import { lastRedisRun } from "@/lib/delivery/reads";
import { redisHealth, type RedisHealth } from "@/lib/delivery/rules";
import type { RedisRun } from "@/lib/delivery/schema";
import { DELIVERED_RETENTION_MS, recordRedisRun, requeueDelivered } from "@/lib/delivery/writes";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";

/** How often (ms) the heartbeat is recorded in the graph. */
const HEARTBEAT_MS = 10_000;
/** How long (ms) one worker may take for a recovery before another tries. */
const RECOVERY_LOCK_MS = 30_000;
/** Jobs that were delivered before the heartbeat in Redis' log are in that log too, apart from clock skew (ms). */
const CLOCK_SKEW_MS = 1_500;
/** Keys that are rebuilt from the graph when they are next read. */
const CACHE_PATTERNS = [
  keys.timeline("*"),
  keys.highFollowersOf("*"),
  keys.newest("*"),
  keys.alerts("*"),
  keys.popular,
  keys.popularActs,
];

/**
 * Detects when Redis has lost data. After a restart that lost the last moments, their jobs are delivered again; after a
 * larger loss, all timelines are rebuilt.
 * @param name of the Redis in the graph
 */
export function watchRedisRun(
  worker: string,
  name = "redis",
): {
  /** To be called every second. @returns whether Redis is healthy or has just been recovered */
  check(): Promise<boolean>;
} {
  let before: RedisRun | null = null;
  let nextRecordAt = 0;
  async function checkHealth(): Promise<{ now: RedisRun; health: RedisHealth }> {
    const now = await readRun();
    if (before?.epoch !== now.epoch || before.run !== now.run) before = await lastRedisRun(name);
    return { now, health: redisHealth(before, now, DELIVERED_RETENTION_MS) };
  }
  async function record(run: RedisRun, always: boolean): Promise<void> {
    await tcpRedis().set(keys.pulse, run.pulse);
    if (always || performance.now() > nextRecordAt) {
      await recordRedisRun(name, run);
      nextRecordAt = performance.now() + HEARTBEAT_MS;
    }
    before = run;
  }
  async function recover(): Promise<void> {
    // Another worker may have recovered it meanwhile.
    const { now, health } = await checkHealth();
    const pulse = Date.now();
    if (health === "well") return;
    if (health === "restarted") await redeliver(now.pulse);
    await record(
      { ...now, pulse, epoch: health === "restarted" ? now.epoch : await startEpoch(now.epoch, health) },
      true,
    );
    if (health === "set back") for (const pattern of CACHE_PATTERNS) await deleteMatching(pattern);
  }
  return {
    async check() {
      const { now, health } = await checkHealth();
      if (health === "well") {
        await record({ ...now, pulse: Date.now() }, false);
        return true;
      }
      if ((await tcpRedis().set(keys.epochLock, worker, "PX", RECOVERY_LOCK_MS, "NX")) !== "OK") return false;
      await recover().finally(() => tcpRedis().del(keys.epochLock));
      return true;
    },
  };
}

async function readRun(): Promise<RedisRun> {
  const tcp = tcpRedis();
  const [info, epoch, pulse] = await Promise.all([tcp.info("server"), tcp.get(keys.epoch), tcp.get(keys.pulse)]);
  return { epoch: epoch ?? "", run: /^run_id:(\w+)/m.exec(info)?.[1] ?? "", pulse: Number(pulse ?? 0) };
}

async function redeliver(lastHeartbeat: number): Promise<void> {
  metrics().epochs.inc({ how: "restarted" });
  const requeued = await requeueDelivered(lastHeartbeat - CLOCK_SKEW_MS);
  log().warn({ requeued }, "Redis was restarted: the latest jobs are delivered again");
}

async function startEpoch(ended: string, how: Exclude<RedisHealth, "well" | "restarted">): Promise<string> {
  const epoch = newId();
  await redis().runScript("start_epoch", [keys.epoch, keys.active, keys.highFollowers], [ended, epoch]);
  if (how === "new") return epoch;
  metrics().epochs.inc({ how });
  log().warn({ epoch }, `Redis was ${how}: timelines are rebuilt when they are read`);
  return epoch;
}

/** Deletes the keys that match a pattern, a few at a time. Readers rebuild them at any time. */
async function deleteMatching(pattern: string): Promise<void> {
  for await (const found of tcpRedis().scanStream({ match: pattern, count: 500 })) {
    const names: unknown[] = Array.isArray(found) ? found : [];
    if (names.length > 0) await tcpRedis().unlink(...names.map(String));
  }
}
