import { z } from "zod";
import { Memory } from "@/lib/delivery/schema";
import { read } from "@/lib/neo4j";

const Count = z.object({ count: z.number() });

/** How many outbox entries wait to be delivered. */
export async function pendingCount(): Promise<number> {
  const [row] = await read("outbox/count", {}, Count);
  return row?.count ?? 0;
}

/** What a Redis was when it was last seen well; null when it never was. */
export async function lastMemory(name: string): Promise<Memory | null> {
  const [row] = await read("outbox/memory", { name }, Memory);
  return row ?? null;
}
