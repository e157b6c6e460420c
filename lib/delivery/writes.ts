import { z } from "zod";
import { Job, RedisRun, type JobMessage } from "@/lib/delivery/schema";
import { log } from "@/lib/log";
import { write, IdRow } from "@/lib/neo4j";
import { redis } from "@/lib/redis";
import { deliveryKeys, keys } from "@/lib/redis/keys";
import { invertDigits } from "@/lib/redis/invert-digits";
import { MINUTE_MS } from "@/lib/time";
import { traceCarrier } from "@/lib/tracing";

const Count = z.object({ count: z.number() });

/**
 * Enqueues a committed job without making the caller wait. When that fails (Redis is unavailable), the relay
 * finds the entry in the outbox.
 */
export function enqueueJob(job: JobMessage): void {
  const { actorId, subjectId, after, status } = job;
  const shown = job.kind === "bark" && status;
  const where = [keys.order(actorId), keys.tombstone(subjectId), keys.active, keys.listening];
  const what = [actorId, after ?? "", String(Date.now()), subjectId, invertDigits(subjectId)];
  const trace = traceCarrier();
  const event = { type: "bark", status, ...trace };
  const names = [keys.jobs, ...(shown ? [...where, ...deliveryKeys([actorId])] : [])];
  const args = [JSON.stringify({ ...job, ...trace }), ...(shown ? [...what, JSON.stringify(event)] : [])];
  // Deferred until the response is sent: enqueueing takes about as long as the rest of the response.
  setImmediate(() => {
    redis()
      .runScript("enqueue_job", names, args)
      .catch((error: unknown) => {
        log().warn({ err: error, outboxId: job.outboxId }, "a job was not enqueued and is left to the relay");
      });
  });
}

/**
 * Claims outbox entries that should have been delivered by now: older than `age` ms, and not enqueued by a relay
 * within the last `again` ms. They count as enqueued from now on.
 */
export function claimStaleOutbox(age: number, again: number, limit: number): Promise<Job[]> {
  const now = Date.now();
  return write("outbox/claim_stale", { before: now - age, again: now - again, now, limit: limit }, Job);
}

/** How long (ms) delivered outbox entries are kept, so that they can be delivered again if Redis lost them. */
export const DELIVERED_RETENTION_MS = MINUTE_MS;
const PRUNE_BATCH = 5_000;

/** Marks outbox entries as delivered. */
export async function markDelivered(outboxIds: string[]): Promise<void> {
  await write("outbox/mark_delivered", { ids: outboxIds, now: Date.now() }, IdRow);
}

/** Deletes outbox entries that were delivered long ago. */
export async function pruneDelivered(): Promise<void> {
  const before = Date.now() - DELIVERED_RETENTION_MS;
  for (let forgotten = PRUNE_BATCH; forgotten === PRUNE_BATCH;) {
    const [row] = await write("outbox/prune_delivered", { before, limit: PRUNE_BATCH }, Count);
    forgotten = row?.count ?? 0;
  }
}

/** Queues again everything that was delivered since then (Unix ms). @returns the number of entries */
export async function requeueDelivered(since: number): Promise<number> {
  const [row] = await write("outbox/requeue_delivered", { since }, Count);
  return row?.count ?? 0;
}

/** Records the current Redis run. */
export async function recordRedisRun(name: string, memory: RedisRun): Promise<void> {
  await write("outbox/record_redis_run", { name, ...memory }, RedisRun.pick({ pulse: true }));
}

/** Parks an outbox entry that cannot be delivered, so that the relay does not enqueue it again. */
export async function parkOutboxEntry(outboxId: string, reason: string): Promise<void> {
  await write("outbox/park", { id: outboxId, reason }, IdRow);
}
