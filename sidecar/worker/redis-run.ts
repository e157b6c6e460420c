import { lastRedisRun } from "@/lib/delivery/reads";
import { redisHealth, type RedisHealth } from "@/lib/delivery/rules";
import type { RedisRun } from "@/lib/delivery/schema";
import { DELIVERED_RETENTION_MS, recordRedisRun, requeueDelivered } from "@/lib/delivery/writes";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { keys } from "@/lib/redis/keys";
import { tcpRedis, tcpScript } from "@/lib/redis/tcp";

/** How often (ms) the graph is told that Redis is well. */
const NOTED = 10_000;
/** How long (ms) one worker may take to put things right before another tries. */
const PUT_RIGHT = 30_000;
/**
 * What was delivered before the pulse that Redis came back with is in its log before that pulse, but for what clocks
 * of several workers differ (ms).
 */
const DOUBT = 1_500;
/** What is built from the graph when somebody asks for it. */
const BUILT = [
  keys.timeline("*"),
  keys.highFollowersOf("*"),
  keys.newest("*"),
  keys.alerts("*"),
  keys.popular,
  keys.popularActs,
];

/**
 * Watches whether Redis is still the one that holds what was delivered. One that lost its last moments gets them
 * delivered anew; of one that lost more, everything counts as not built.
 * @param name which Redis, as the graph remembers it
 */
export function watchRedisRun(
  worker: string,
  name = "redis",
): {
  /** To be asked every second. @returns whether Redis is well, or was put right just now */
  check(): Promise<boolean>;
} {
  let before: RedisRun | null = null;
  let noted = 0;
  async function judge(): Promise<{ now: RedisRun; fate: RedisHealth }> {
    const now = await present();
    if (before?.epoch !== now.epoch || before.run !== now.run) before = await lastRedisRun(name);
    return { now, fate: redisHealth(before, now, DELIVERED_RETENTION_MS) };
  }
  async function note(memory: RedisRun, always: boolean): Promise<void> {
    await tcpRedis().set(keys.pulse, memory.pulse);
    if (always || performance.now() > noted) {
      await recordRedisRun(name, memory);
      noted = performance.now() + NOTED;
    }
    before = memory;
  }
  async function putRight(): Promise<void> {
    // Another worker may have done it meanwhile.
    const { now, fate } = await judge();
    const pulse = Date.now();
    if (fate === "well") return;
    if (fate === "restarted") await deliverAnew(now.pulse);
    await note({ ...now, pulse, epoch: fate === "restarted" ? now.epoch : await begin(now.epoch, fate) }, true);
    if (fate === "set back") for (const pattern of BUILT) await forget(pattern);
  }
  return {
    async check() {
      const { now, fate } = await judge();
      if (fate === "well") {
        await note({ ...now, pulse: Date.now() }, false);
        return true;
      }
      if ((await tcpRedis().set(keys.epochLock, worker, "PX", PUT_RIGHT, "NX")) !== "OK") return false;
      await putRight().finally(() => tcpRedis().del(keys.epochLock));
      return true;
    },
  };
}

async function present(): Promise<RedisRun> {
  const redis = tcpRedis();
  const [info, epoch, pulse] = await Promise.all([redis.info("server"), redis.get(keys.epoch), redis.get(keys.pulse)]);
  return { epoch: epoch ?? "", run: /^run_id:(\w+)/m.exec(info)?.[1] ?? "", pulse: Number(pulse ?? 0) };
}

async function deliverAnew(lastWell: number): Promise<void> {
  metrics().epochs.inc({ how: "restarted" });
  const revived = await requeueDelivered(lastWell - DOUBT);
  log().warn({ revived }, "Redis was restarted: what was delivered last is delivered once more");
}

async function begin(ended: string, how: Exclude<RedisHealth, "well" | "restarted">): Promise<string> {
  const epoch = newId();
  await tcpScript("start_epoch", [keys.epoch, keys.active, keys.highFollowers], [ended, epoch]);
  if (how === "new") return epoch;
  metrics().epochs.inc({ how });
  log().warn({ epoch }, `Redis was ${how}: timelines are built anew as people come`);
  return epoch;
}

/** Forgets what is built under keys like these, a few at a time. Who comes meanwhile has it built anew. */
async function forget(pattern: string): Promise<void> {
  for await (const found of tcpRedis().scanStream({ match: pattern, count: 500 })) {
    const names: unknown[] = Array.isArray(found) ? found : [];
    if (names.length > 0) await tcpRedis().unlink(...names.map(String));
  }
}
