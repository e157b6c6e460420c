import { claimStaleOutbox } from "@/lib/delivery/writes";
import { metrics } from "@/lib/metrics";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { enqueueJobs } from "@/sidecar/worker/jobs";

/** An entry still pending after this long (ms) was not handed over, or its worker is late. */
const STALE_MS = 2_000;
/** The relay hands the same entry over again after this long (ms), not sooner. */
const RETRY_MS = 15_000;
const LIMIT = 500;
/**
 * While more jobs than this wait, an entry that is late most likely waits among them. Handed over once more it would
 * come no sooner, and be told twice where so much was told in between that its stream does not know it any more.
 */
const MAX_BACKLOG = 100;

/**
 * Finds committed jobs that nobody handed over (the web process died, Redis was away or lost its
 * data) and hands them over. One relay at a time, whoever holds the lock.
 */
export async function relay(worker: string): Promise<void> {
  const held = await tcpRedis().set(keys.relayLock, worker, "PX", 900, "NX");
  if (held !== "OK" || (await tcpRedis().xlen(keys.jobs)) > MAX_BACKLOG) return;
  const jobs = await claimStaleOutbox(STALE_MS, RETRY_MS, LIMIT);
  if (jobs.length === 0) return;
  await enqueueJobs(tcpRedis(), jobs);
  metrics().relayed.inc(jobs.length);
}
