import { z } from "zod";
import { Job, RedisRun, type JobMessage } from "@/lib/delivery/schema";
import { log } from "@/lib/log";
import { write } from "@/lib/neo4j";
import { HOME_LENGTH, keys, LIVE_LENGTH, LIVE_SECONDS, ORDER_SECONDS } from "@/lib/redis/keys";
import { invertDigits } from "@/lib/redis/invert-digits";
import { webScript } from "@/lib/redis/web";

const Id = z.object({ id: z.string() });
const Count = z.object({ count: z.number() });

/**
 * Hands a committed job to the workers at once, without making the caller wait. When it cannot be
 * handed over (Redis is away) the relay finds it in the outbox.
 */
export function enqueueJob(job: JobMessage): void {
  const shown = job.kind === "bark" && job.status;
  const event = shown ? JSON.stringify({ type: "bark", status: shown }) : "";
  const args = [
    JSON.stringify(job),
    shown ? job.actorId : "",
    job.after ?? "",
    String(Date.now()),
    job.subjectId,
    invertDigits(job.subjectId),
    event,
    String(HOME_LENGTH),
    String(LIVE_LENGTH),
    String(LIVE_SECONDS),
    String(ORDER_SECONDS),
  ];
  // After the answer has gone out: sending this costs a good part of what the answer itself does.
  setImmediate(() => {
    webScript("enqueue_job", [keys.jobs], args).catch((error: unknown) => {
      log().warn({ err: error, outboxId: job.outboxId }, "not handed over, left to the relay");
    });
  });
}

/**
 * Outbox entries that should have been delivered by now: older than `age` ms, and not handed over
 * by a relay within the last `again` ms. They count as handed over from now on.
 */
export function claimStaleOutbox(age: number, again: number, limit: number): Promise<Job[]> {
  const now = Date.now();
  return write("outbox/claim_stale", { before: now - age, again: now - again, now, limit: limit }, Job);
}

/** How long (ms) delivered entries of the outbox are kept, to be delivered anew should Redis have forgotten. */
export const DELIVERED_RETENTION_MS = 60_000;
const FORGOTTEN_AT_ONCE = 5_000;

/** Ends outbox entries whose effects have happened. */
export async function markDelivered(outboxIds: string[]): Promise<void> {
  await write("outbox/mark_delivered", { ids: outboxIds, now: Date.now() }, Id);
}

/** Forgets what was delivered long ago. */
export async function pruneDelivered(): Promise<void> {
  const before = Date.now() - DELIVERED_RETENTION_MS;
  for (let forgotten = FORGOTTEN_AT_ONCE; forgotten === FORGOTTEN_AT_ONCE;) {
    const [row] = await write("outbox/prune_delivered", { before, limit: FORGOTTEN_AT_ONCE }, Count);
    forgotten = row?.count ?? 0;
  }
}

/** Has everything delivered once more that was delivered since then (ms). @returns how much that is */
export async function requeueDelivered(since: number): Promise<number> {
  const [row] = await write("outbox/requeue_delivered", { since }, Count);
  return row?.count ?? 0;
}

/** Notes what a Redis is now. */
export async function recordRedisRun(name: string, memory: RedisRun): Promise<void> {
  await write("outbox/record_redis_run", { name, ...memory }, RedisRun.pick({ pulse: true }));
}

/** Puts an outbox entry aside that cannot be delivered, so that the relay does not bring it back. */
export async function parkOutboxEntry(outboxId: string, reason: string): Promise<void> {
  await write("outbox/park", { id: outboxId, reason }, Id);
}
