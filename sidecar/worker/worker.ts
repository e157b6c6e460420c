import { SpanKind } from "@opentelemetry/api";
import { pendingCount } from "@/lib/delivery/reads";
import { pruneDelivered, parkOutboxEntry } from "@/lib/delivery/writes";
import { sendWeeklyMails } from "@/lib/digest/writes";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { idTime } from "@/lib/ids";
import { connectRedis, tcpRedis } from "@/lib/redis/tcp";
import { sweepArchives } from "@/lib/media/archives/writes";
import { sweepSealed } from "@/lib/media/sealed/writes";
import { sweepPictures } from "@/lib/media/sweep/writes";
import { sweepMessages } from "@/lib/messages/upkeep/writes";
import { deleteExpiredPlaces } from "@/lib/nearby/writes";
import { forgetOld } from "@/lib/retention/writes";
import { MINUTE_MS } from "@/lib/time";
import { traced } from "@/lib/tracing";
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
import { startLinkCards } from "@/sidecar/worker/link-cards";
import { sweepCards } from "@/sidecar/worker/make-card";
import { startImports } from "@/sidecar/worker/imports";
import { keepPopular, reconcilePopular } from "@/sidecar/worker/popular";
import { reconcile } from "@/sidecar/worker/reconcile";
import { startPushing } from "@/sidecar/worker/push";
import { relay } from "@/sidecar/worker/relay";
import { startTimers } from "@/sidecar/worker/due";
import { sweepersOf } from "@/sidecar/worker/sweeper";
import { isStoreUnavailable } from "@/sidecar/worker/store-unavailable";

const BATCH = 64;
/** After this long (ms) without a renewal, a claim belongs to a dead worker and others take the job over. */
const CLAIM_MS = 4_000;
/** Attempts before a job is parked. */
const MAX_ATTEMPTS = 5;
const HOUSEKEEPING_MS = 1_000;
const EVICTION_MS = 10 * MINUTE_MS;

/**
 * Delivers jobs until it is stopped: reads them from the stream, applies their effects, ends their outbox entries, and
 * only then acknowledges them. Delivery is at least once; effects are idempotent, so a redelivery is harmless.
 */
export function startWorker(name: string): { stop(): Promise<void> } {
  const blocking = connectRedis();
  blocking.on("error", () => undefined);
  const acks = createAckBuffer();
  const pushing = startPushing();
  const timers = startTimers();
  const linkCards = startLinkCards();
  const imports = startImports();
  const redisRun = watchRedisRun(name);
  // Jobs of one actor run in order; those of different actors run concurrently.
  const queue = createKeyedQueue(
    (entry: JobEntry) => entry.job?.actorId ?? entry.id,
    async (entry) => {
      const delivered = await attempt(entry, name);
      if (delivered) acks.add(delivered);
    },
    BATCH,
  );
  let stopped = false;
  let nextEviction = performance.now() + EVICTION_MS;
  const sweepers = sweepersOf([
    sweepPictures,
    sweepCards,
    purgeDeletedAccounts,
    sweepMessages,
    sweepSealed,
    sweepArchives,
    deleteExpiredPlaces,
    pruneDelivered,
    () => forgetOld(),
    refillTrends,
    () => sendWeeklyMails(),
  ]);
  const reconcilers = sweepersOf([reconcile, reconcilePopular]);

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

  async function doHousekeeping(): Promise<void> {
    try {
      // Throws while the database is unavailable: attempts would fail, and failing jobs are parked.
      metrics().pending.set(await pendingCount());
      // Nothing else runs while another worker recovers a Redis that has lost data.
      if (!(await redisRun.check())) return;
      const claimed = await reclaimJobs(tcpRedis(), name, CLAIM_MS, BATCH);
      const attempts = claimed.length > 0 ? await attemptsOf(tcpRedis(), name, 1_000) : new Map<string, number>();
      const exhausted = claimed.filter((entry) => (attempts.get(entry.id) ?? 0) > MAX_ATTEMPTS);
      for (const entry of exhausted) await park(entry, "failed too often");
      await queue.add(claimed.filter((entry) => !exhausted.includes(entry)));
      await relay(name);
      await keepPopular(name);
      for (const { sweep } of sweepers) sweep();
      for (const { sweep } of reconcilers) sweep();
      if (performance.now() > nextEviction) {
        nextEviction = performance.now() + EVICTION_MS;
        await evictInactiveTimelines();
        await removeIdleConsumers(tcpRedis(), { idle: EVICTION_MS });
      }
    } catch (error) {
      log().debug({ err: error }, "housekeeping postponed");
    }
  }

  /** Delivers jobs that Redis assigned while the connection was closing; otherwise they would wait for CLAIM_MS. */
  async function drain(): Promise<void> {
    await queue.add(await pendingOf(tcpRedis(), name, BATCH));
    await queue.idle();
  }

  let housekeeping: Promise<void> | null = null;
  const timer = setInterval(() => {
    housekeeping ??= doHousekeeping().finally(() => (housekeeping = null));
  }, HOUSEKEEPING_MS);
  // Renews the claims of jobs that take long.
  const claimTimer = setInterval(() => {
    extendClaim(tcpRedis(), name, queue.open()).catch((error: unknown) =>
      log().debug({ err: error }, "claims not renewed"),
    );
  }, HOUSEKEEPING_MS);
  const running = run();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      blocking.disconnect();
      await Promise.allSettled([running, housekeeping, ...sweepers.map(({ finished }) => finished())]);
      await queue.idle();
      await drain().catch((error: unknown) => log().debug({ err: error }, "jobs left to other workers"));
      clearInterval(claimTimer);
      await Promise.all([acks.close(), pushing.stop(), timers.stop(), linkCards.stop(), imports.stop()]);
      await removeIdleConsumers(tcpRedis(), { worker: name }).catch(() => undefined);
    },
  };
}

/** Delivers one job. A failed one stays claimed by this worker and is retried. @returns the entry, null if it failed */
async function attempt(entry: JobEntry, worker: string): Promise<JobEntry | null> {
  if (!entry.job) {
    await park(entry, "not a job");
    return null;
  }
  try {
    const { job } = entry;
    const span = { kind: SpanKind.CONSUMER, from: job, attributes: { "barker.outbox_id": job.outboxId } };
    await traced(`deliver ${job.kind}`, span, () => deliver(job));
    metrics().delivered.inc({ kind: entry.job.kind });
    metrics().deliveryLag.observe(Math.max(0, Date.now() - idTime(entry.job.outboxId)) / 1000);
    return entry;
  } catch (error) {
    log().warn({ err: error, outboxId: entry.job.outboxId }, "a job failed and will be retried");
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
