import { endUnusedTokens } from "@/lib/auth/writes";
import { pendingCount } from "@/lib/delivery/reads";
import { pruneDelivered, parkOutboxEntry } from "@/lib/delivery/writes";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { idTime } from "@/lib/ids";
import { connectRedis, tcpRedis } from "@/lib/redis/tcp";
import { sweepPictures } from "@/lib/media/sweep";
import { forgetPlaces } from "@/lib/nearby/writes";
import { refillTrends } from "@/lib/trends/writes";
import { deliver } from "@/sidecar/worker/deliver";
import { purgeDeletedAccounts } from "@/sidecar/worker/purge-deleted";
import { watchRedisRun } from "@/sidecar/worker/redis-run";
import {
  attemptsOf,
  ensureGroup,
  resetAttempts,
  extendClaim,
  pendingOf,
  parkJob,
  reclaimJobs,
  removeIdleConsumers,
  readJobs,
  type JobEntry,
} from "@/sidecar/worker/jobs";
import { evictInactiveTimelines } from "@/sidecar/worker/evict-timelines";
import { createKeyedQueue } from "@/sidecar/worker/keyed-queue";
import { createAckBuffer } from "@/sidecar/worker/ack-buffer";
import { keepPopular, reconcilePopular } from "@/sidecar/worker/popular";
import { reconcile } from "@/sidecar/worker/reconcile";
import { startPushing } from "@/sidecar/worker/push";
import { relay } from "@/sidecar/worker/relay";
import { sweeper } from "@/sidecar/worker/sweep";
import { isStoreUnavailable } from "@/sidecar/worker/store-unavailable";

const BATCH = 64;
/** A job held for this long (ms) belongs to a worker that died; others take it over. */
const ABANDONED = 4_000;
/** How often a job is tried before it is parked. */
const TRIES = 5;
const HOUSEKEEPING = 1_000;
const FORGETTING = 10 * 60_000;

/**
 * Delivers jobs until it is stopped: takes them from the stream, makes their effects happen, ends
 * their outbox entries, and only then the jobs themselves. Killed in between, another worker does
 * it again, and again is as once.
 */
export function startWorker(name: string): { stop(): Promise<void> } {
  const blocking = connectRedis();
  blocking.on("error", () => undefined);
  const ledger = createAckBuffer();
  const pushing = startPushing();
  const epoch = watchRedisRun(name);
  // What one person did in its order; nobody waits for the many followers of somebody else.
  const queue = createKeyedQueue(
    (entry: JobEntry) => entry.job?.actorId ?? entry.id,
    async (entry) => {
      const delivered = await attempt(entry, name);
      if (delivered) ledger.add(delivered);
    },
    BATCH,
  );
  let stopped = false;
  let nextForgetting = performance.now() + FORGETTING;
  const sweepers = [
    sweeper(sweepPictures),
    sweeper(purgeDeletedAccounts),
    sweeper(forgetPlaces),
    sweeper(pruneDelivered),
    sweeper(endUnusedTokens),
    sweeper(refillTrends),
  ];
  const reconcilers = [sweeper(reconcile), sweeper(reconcilePopular)];

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        await ensureGroup(tcpRedis());
        while (!stopped) await queue.add(await readJobs(blocking, name, BATCH));
      } catch (error) {
        if (stopped) return;
        log().warn({ err: error }, "the worker waits for its stores");
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  async function keepHouse(): Promise<void> {
    try {
      // While the database is away every try would fail, and jobs are parked for failing too often.
      metrics().pending.set(await pendingCount());
      // Nor while Redis takes nothing, or before it is known what it forgot.
      if (!(await epoch.check())) return;
      const claimed = await reclaimJobs(tcpRedis(), name, ABANDONED, BATCH);
      const times = claimed.length > 0 ? await attemptsOf(tcpRedis(), name, 1_000) : new Map<string, number>();
      const spent = claimed.filter((entry) => (times.get(entry.id) ?? 0) > TRIES);
      for (const entry of spent) await park(entry, "failed too often");
      await queue.add(claimed.filter((entry) => !spent.includes(entry)));
      await relay(name);
      await keepPopular(name);
      for (const { sweep } of sweepers) sweep();
      for (const { sweep } of reconcilers) sweep();
      if (performance.now() > nextForgetting) {
        nextForgetting = performance.now() + FORGETTING;
        await evictInactiveTimelines();
        await removeIdleConsumers(tcpRedis(), { idle: FORGETTING });
      }
    } catch (error) {
      log().debug({ err: error }, "housekeeping put off");
    }
  }

  /** What Redis handed out while the connection was being closed would otherwise be late by what counts as abandoned. */
  async function finishUp(): Promise<void> {
    await queue.add(await pendingOf(tcpRedis(), name, BATCH));
    await queue.idle();
  }

  let housekeeping: Promise<void> | null = null;
  const timer = setInterval(() => {
    housekeeping ??= keepHouse().finally(() => (housekeeping = null));
  }, HOUSEKEEPING);
  // What takes long is not abandoned.
  const holding = setInterval(() => {
    extendClaim(tcpRedis(), name, queue.open()).catch((error: unknown) => log().debug({ err: error }, "jobs not held"));
  }, HOUSEKEEPING);
  const running = run();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      blocking.disconnect();
      await Promise.allSettled([running, housekeeping, ...sweepers.map(({ finished }) => finished())]);
      await queue.idle();
      await finishUp().catch((error: unknown) => log().debug({ err: error }, "left to the other workers"));
      clearInterval(holding);
      await Promise.all([ledger.close(), pushing.stop()]);
      await removeIdleConsumers(tcpRedis(), { worker: name }).catch(() => undefined);
    },
  };
}

/** Delivers one job. What failed stays with this worker's name and is tried again. */
async function attempt(entry: JobEntry, worker: string): Promise<JobEntry | null> {
  if (!entry.job) {
    await park(entry, "not a job");
    return null;
  }
  try {
    await deliver(entry.job);
    metrics().delivered.inc({ kind: entry.job.kind });
    metrics().deliveryLag.observe(Math.max(0, Date.now() - idTime(entry.job.outboxId)) / 1000);
    return entry;
  } catch (error) {
    log().warn({ err: error, outboxId: entry.job.outboxId }, "a job failed and will be tried again");
    if (isStoreUnavailable(error)) await resetAttempts(tcpRedis(), worker, entry.id).catch(() => undefined);
    return null;
  }
}

async function park(entry: JobEntry, reason: string): Promise<void> {
  metrics().deadJobs.inc();
  log().error({ id: entry.id, outboxId: entry.job?.outboxId, reason }, "a job was parked");
  if (entry.job) await parkOutboxEntry(entry.job.outboxId, reason);
  await parkJob(tcpRedis(), entry, reason);
}
