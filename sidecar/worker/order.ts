import { undeliveredJob } from "@/lib/delivery/reads";
import type { JobMessage, Job } from "@/lib/delivery/schema";
import { log } from "@/lib/log";
import { lastDelivered, noteDelivered, OutOfOrder } from "@/lib/timelines/writes";
import { isStoreUnavailable } from "@/sidecar/worker/store-unavailable";

type Effect = (job: JobMessage) => Promise<void>;

/** How long (ms) to wait for another worker's earlier job before delivering it here too, which is harmless. */
const WAIT_MS = 100;
const POLL_MS = 10;

/**
 * Applies a job's effects on timelines after those of the same author's earlier jobs, with any number of workers and
 * failures. Redis refuses an entry that comes too early; only then are the earlier ones looked up in the outbox.
 */
export async function inOrder(job: JobMessage, effect: Effect): Promise<void> {
  // An edit reaches only timelines that have the bark, and the bark's own job may carry the text before the edit.
  if (job.kind === "edit") await deliverUpTo(job.subjectId, job.actorId, effect);
  try {
    await effect(job);
  } catch (error) {
    if (!(error instanceof OutOfOrder) || !job.after) throw error;
    await deliverUpTo(job.after, job.actorId, effect);
    // An entry that is no longer in the outbox was delivered long ago, or parked.
    await noteDelivered(job.actorId, job.after);
    await effect(job);
  }
  if (job.kind === "bark" || job.kind === "rebark") await noteDelivered(job.actorId, job.subjectId);
}

/** Delivers an author's undelivered barks and rebarks up to this one. */
async function deliverUpTo(id: string, authorId: string, effect: Effect): Promise<void> {
  const last = await lastBefore(id, authorId);
  for (const job of last !== null && last >= id ? [] : await undeliveredUpTo(id, last)) {
    try {
      if (job.after) await noteDelivered(authorId, job.after);
      await effect(job);
      await noteDelivered(authorId, job.subjectId);
    } catch (error) {
      // A failing job is retried and parked by its own worker; it must not block later ones.
      if (isStoreUnavailable(error)) throw error;
      log().warn({ err: error, outboxId: job.outboxId }, "an earlier job failed");
    }
  }
}

/** The id delivered last, after giving another worker a little time to deliver this one. */
async function lastBefore(id: string, authorId: string): Promise<string | null> {
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const last = await lastDelivered(authorId);
    if (last === null || last >= id || performance.now() > until) return last;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** An author's barks and rebarks up to this one that may not have been delivered, oldest first. */
async function undeliveredUpTo(id: string, last: string | null): Promise<Job[]> {
  const found: Job[] = [];
  for (let next: string | null | undefined = id; next && next > (last ?? ""); next = found[0]?.after) {
    // If Redis knows an earlier entry, it may have lost the fact that this one was delivered.
    const job = await undeliveredJob(next, last !== null);
    if (!job) break;
    found.unshift(job);
  }
  return found;
}
