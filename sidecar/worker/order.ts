import { untoldJob } from "@/lib/delivery/reads";
import type { JobMessage, Job } from "@/lib/delivery/schema";
import { log } from "@/lib/log";
import { lastDelivered, noteDelivered, OutOfOrder } from "@/lib/timelines/writes";
import { isStoreUnavailable } from "@/sidecar/worker/store-unavailable";

type Effect = (job: JobMessage) => Promise<void>;

/** How long (ms) another worker has to finish what goes first; then it is delivered here as well, which is harmless. */
const WAIT_MS = 100;
const POLL_MS = 10;

/**
 * Makes what a job does to timelines happen after what the same author did before it, however many workers there are
 * and whichever of them died. Redis refuses what comes too early; only then is the outbox asked what goes first.
 */
export async function inOrder(job: JobMessage, effect: Effect): Promise<void> {
  // An edit is not told to those whom its bark has not reached, and the bark may travel with its first words.
  if (job.kind === "edit") await deliverUpTo(job.subjectId, job.actorId, effect);
  try {
    await effect(job);
  } catch (error) {
    if (!(error instanceof OutOfOrder) || !job.after) throw error;
    await deliverUpTo(job.after, job.actorId, effect);
    // What is not in the outbox any more was delivered long ago, or parked.
    await noteDelivered(job.actorId, job.after);
    await effect(job);
  }
  if (job.kind === "bark" || job.kind === "rebark") await noteDelivered(job.actorId, job.subjectId);
}

/** Delivers an author's barks and rebarks up to this one that nobody has delivered. */
async function deliverUpTo(id: string, authorId: string, effect: Effect): Promise<void> {
  const last = await lastBefore(id, authorId);
  for (const job of last !== null && last >= id ? [] : await undeliveredUpTo(id, last)) {
    try {
      if (job.after) await noteDelivered(authorId, job.after);
      await effect(job);
      await noteDelivered(authorId, job.subjectId);
    } catch (error) {
      // One that cannot be delivered is tried again and parked by itself, and does not hold up what comes after it.
      if (isStoreUnavailable(error)) throw error;
      log().warn({ err: error, outboxId: job.outboxId }, "an earlier job failed");
    }
  }
}

/** What was delivered last, once another worker has had a little time to deliver this one. */
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
    // Where Redis knows what the author told before this one, it may have forgotten that this was delivered.
    const job = await untoldJob(next, last !== null);
    if (!job) break;
    found.unshift(job);
  }
  return found;
}
