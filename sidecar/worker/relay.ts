import { claimStaleOutbox } from "@/lib/delivery/writes";
import { metrics } from "@/lib/metrics";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { enqueueJobs } from "@/sidecar/worker/jobs";

/** After this long (ms), a pending outbox entry was not enqueued, or its worker is late. */
const STALE_MS = 2_000;
/** The relay enqueues the same entry again after this long (ms). */
const RETRY_MS = 15_000;
const LIMIT = 500;
/**
 * If more jobs than this are waiting, a late entry is probably among them. Enqueuing it again would not speed it up,
 * and could send its event twice once the live stream no longer holds the first.
 */
const MAX_BACKLOG = 100;

/**
 * Enqueues committed outbox entries that were not enqueued, because the web process died, or Redis was unavailable or
 * lost its data. One worker at a time does this: the one that holds the lock.
 */
export async function relay(worker: string): Promise<void> {
  const held = await tcpRedis().set(keys.relayLock, worker, "PX", 900, "NX");
  if (held !== "OK" || (await tcpRedis().xlen(keys.jobs)) > MAX_BACKLOG) return;
  const jobs = await claimStaleOutbox(STALE_MS, RETRY_MS, LIMIT);
  if (jobs.length === 0) return;
  await enqueueJobs(tcpRedis(), jobs);
  metrics().relayed.inc(jobs.length);
}
