import { z } from "zod";
import { deleteArchiveOf } from "@/lib/messages/archive/writes";
import { ENVELOPE_MS, deviceKey } from "@/lib/messages/rules";
import { metrics } from "@/lib/metrics";
import { read, write, IdRow } from "@/lib/neo4j";

const Count = z.object({ count: z.number() });
const Stock = z.object({ envelopes: z.number(), packages: z.number(), conversations: z.number() });
/** Rows removed per transaction, to keep transactions short. */
const BATCH = { envelopes: 2_000, packages: 1_000, conversations: 100 } as const;

/**
 * Deletes envelopes that devices have not fetched for a month, and expired KeyPackages; and counts
 * what there is. `now` in Unix ms.
 */
export async function sweepMessages(now = Date.now()): Promise<void> {
  await repeat("messages/sweep", { before: now - ENVELOPE_MS, limit: BATCH.envelopes });
  await repeat("packages/sweep", { now, limit: BATCH.packages });
  const [stock] = await read("messages/stock", {}, Stock);
  if (!stock) return;
  for (const [what, count] of Object.entries(stock)) metrics().messageStock.set({ what }, count);
}

/** Deletes what a device that was removed from its account left for others. */
export async function forgetDevice({ accountId, id }: { accountId: string; id: string }): Promise<void> {
  await write("packages/delete", { device: deviceKey(accountId, id) }, Count);
}

/**
 * Deletes everything of a purged person's encrypted messages in small transactions, before their keys are erased:
 * KeyPackages, archive, vault, and their part in conversations. After an interruption it continues where it stopped.
 */
export async function purgeMessagesOf(personId: string): Promise<void> {
  for (const { id: accountId } of await read("messages/accounts_of_person", { personId }, IdRow)) {
    await write("packages/delete_of_account", { accountId }, Count);
    await write("vault/delete_all", { accountId }, Count);
    await deleteArchiveOf(accountId);
    await repeat("messages/purge", { accountId, limit: BATCH.conversations });
  }
}

/** Repeats a removing query until nothing is left. */
async function repeat(query: string, params: { limit: number; [name: string]: unknown }): Promise<void> {
  for (;;) {
    const [removed] = await write(query, params, Count);
    if ((removed?.count ?? 0) < params.limit) return;
  }
}
