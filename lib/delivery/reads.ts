import { z } from "zod";
import { Job, RedisRun } from "@/lib/delivery/schema";
import { read } from "@/lib/neo4j";

const Count = z.object({ count: z.number() });

/** The number of outbox entries that wait to be delivered. */
export async function pendingCount(): Promise<number> {
  const [row] = await read("outbox/count", {}, Count);
  return row?.count ?? 0;
}

/**
 * A bark or rebark in the outbox that may not have been delivered.
 * @param again whether one that was delivered recently counts too, since Redis may have lost it
 */
export async function undeliveredJob(id: string, again: boolean): Promise<Job | null> {
  const [row] = await read("outbox/untold", { id, again }, Job);
  return row ?? null;
}

/** The Redis run that was last found healthy; null when there was none. */
export async function lastRedisRun(name: string): Promise<RedisRun | null> {
  const [row] = await read("outbox/redis_run_by_name", { name }, RedisRun);
  return row ?? null;
}
