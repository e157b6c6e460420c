import type { Redis } from "ioredis";
import { z } from "zod";
import type { JobMessage } from "@/lib/delivery/schema";
import { Job } from "@/lib/delivery/schema";
import { keys } from "@/lib/redis/keys";

const GROUP = "workers";

/** An entry of the stream; `job` is null if it cannot be parsed. */
export interface JobEntry {
  id: string;
  job: JobMessage | null;
}

const Fields = z.tuple([z.string(), z.array(z.string()).nullable()]);
const Batch = z.array(z.tuple([z.string(), z.array(Fields)])).nullable();
// Redis before 7 returns null for an entry that is pending but no longer in the stream.
const Claimed = z.tuple([z.string(), z.array(Fields.nullable())]).rest(z.unknown());
const Consumers = z.array(
  z
    .array(z.union([z.string(), z.number()]))
    .transform((flat) => Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1]]] : []))))
    .pipe(z.object({ name: z.string(), pending: z.number(), idle: z.number() })),
);
const Pending = z.array(z.tuple([z.string(), z.string(), z.number(), z.number()]));

/** Creates the stream and its consumer group if they are missing. */
export async function ensureGroup(redis: Redis): Promise<void> {
  try {
    await redis.xgroup("CREATE", keys.jobs, GROUP, "0", "MKSTREAM");
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("BUSYGROUP")) throw error;
  }
}

/** Waits up to two seconds for new jobs. */
export async function readJobs(redis: Redis, worker: string, count: number): Promise<JobEntry[]> {
  const answer = Batch.parse(
    await redis.xreadgroup("GROUP", GROUP, worker, "COUNT", count, "BLOCK", 2_000, "STREAMS", keys.jobs, ">"),
  );
  return (answer ?? []).flatMap(([, entries]) => entries.map(toEntry));
}

/** Takes over jobs that another worker has held for longer than `idle` ms without finishing. */
export async function reclaimJobs(redis: Redis, worker: string, idle: number, count: number): Promise<JobEntry[]> {
  const [, entries] = Claimed.parse(await redis.xautoclaim(keys.jobs, GROUP, worker, idle, "0", "COUNT", count));
  return entries.filter((entry) => entry !== null).map(toEntry);
}

/** Renews the claims of jobs that are being processed. */
export async function extendClaim(redis: Redis, worker: string, ids: string[]): Promise<void> {
  if (ids.length > 0) await redis.xclaim(keys.jobs, GROUP, worker, 0, ...ids, "JUSTID");
}

/** Resets the delivery count of a job that failed because a store was unavailable. */
export async function resetAttempts(redis: Redis, worker: string, id: string): Promise<void> {
  await redis.xclaim(keys.jobs, GROUP, worker, 0, id, "RETRYCOUNT", 0, "JUSTID");
}

/** How often each pending entry of a worker has been delivered so far. */
export async function attemptsOf(redis: Redis, worker: string, count: number): Promise<Map<string, number>> {
  const rows = Pending.parse(await redis.xpending(keys.jobs, GROUP, "-", "+", count, worker));
  return new Map(rows.map(([id, , , times]) => [id, times]));
}

/** The pending entries of a worker, including those assigned while it closed its connection. */
export async function pendingOf(redis: Redis, worker: string, count: number): Promise<JobEntry[]> {
  const answer = Batch.parse(await redis.xreadgroup("GROUP", GROUP, worker, "COUNT", count, "STREAMS", keys.jobs, "0"));
  return (answer ?? []).flatMap(([, entries]) => entries.map(toEntry));
}

/** Removes consumers without pending entries from the group: one worker, or all that have been idle for `idle` ms. */
export async function removeIdleConsumers(redis: Redis, which: { worker: string } | { idle: number }): Promise<void> {
  for (const { name, pending, idle } of Consumers.parse(await redis.xinfo("CONSUMERS", keys.jobs, GROUP))) {
    const meant = "worker" in which ? name === which.worker : idle > which.idle;
    if (meant && pending === 0) await redis.xgroup("DELCONSUMER", keys.jobs, GROUP, name);
  }
}

/** Acknowledges jobs and deletes them from the stream. */
export async function acknowledgeJobs(redis: Redis, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await redis
    .multi()
    .xack(keys.jobs, GROUP, ...ids)
    .xdel(keys.jobs, ...ids)
    .exec();
}

/** Moves an entry to the stream of dead jobs, with the reason. */
export async function parkJob(redis: Redis, entry: JobEntry, reason: string): Promise<void> {
  await redis.xadd(keys.deadJobs, "MAXLEN", "~", 10_000, "*", "job", JSON.stringify(entry.job), "reason", reason);
  await acknowledgeJobs(redis, [entry.id]);
}

/** Adds jobs to the stream. */
export async function enqueueJobs(redis: Redis, jobs: Job[]): Promise<void> {
  const pipeline = redis.pipeline();
  for (const job of jobs) pipeline.xadd(keys.jobs, "*", "job", JSON.stringify(job));
  await pipeline.exec();
}

function toEntry([id, fields]: z.infer<typeof Fields>): JobEntry {
  const at = fields?.indexOf("job") ?? -1;
  const raw = at < 0 ? undefined : fields?.[at + 1];
  try {
    const parsed = Job.loose().safeParse(JSON.parse(raw ?? "null"));
    return { id, job: parsed.success ? parsed.data : null };
  } catch {
    return { id, job: null };
  }
}
