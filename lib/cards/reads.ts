import { z } from "zod";
import { StoredCard } from "@/lib/cards/schema";
import { read } from "@/lib/neo4j";

const Row = z.object({ card: StoredCard });

/** What is known about an address; null when it was never fetched. */
export async function readCard(address: string): Promise<StoredCard | null> {
  const [row] = await read("cards/by_address", { address }, Row);
  return row?.card ?? null;
}
