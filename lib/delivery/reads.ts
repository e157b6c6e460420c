import { z } from "zod";
import { read } from "@/lib/neo4j";

const Count = z.object({ count: z.number() });

/** How many outbox entries wait to be delivered. */
export async function pendingCount(): Promise<number> {
  const [row] = await read("outbox/count", {}, Count);
  return row?.count ?? 0;
}
