import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { readArchive } from "@/lib/messages/archive/reads";
import type { ArchiveRecords, MessageArchive } from "@/lib/messages/archive/schema";
import { requireAccount } from "@/lib/messages/reads";
import { write, IdRow } from "@/lib/neo4j";

const Count = z.object({ count: z.number() });
const Kept = z.object({ isKept: z.boolean() });
const BATCH = 2_000;

function off(): ApiError {
  return new ApiError("conflict", { reason: "archive_off", message: "The archive is switched off." });
}

/** Switches the archive on or off; what is in it stays. @throws ApiError not_found without keys */
export async function switchArchive(personId: string, enabled: boolean): Promise<MessageArchive> {
  await write("archive/set_enabled", { accountId: await requireAccount(personId), enabled }, IdRow);
  return readArchive(personId);
}

/**
 * Stores the wrapped key of an epoch. The first device that does so decides: were it replaced, what was archived
 * under the first key could no longer be opened.
 * @throws ApiError not_found; conflict `archive_off` before it was switched on, `epoch_taken` after another device
 */
export async function storeArchiveEpoch(personId: string, n: number, wrapped: string | null): Promise<void> {
  const accountId = await requireAccount(personId);
  const [row] = await write("archive/set_epoch", { accountId, key: `${accountId} ${n}`, n, wrapped }, Kept);
  if (!row) throw off();
  if (!row.isKept)
    throw new ApiError("conflict", { reason: "epoch_taken", message: "Another device has begun this epoch." });
}

/**
 * Stores records, each once: whichever device writes a message first.
 * @returns how many were new
 * @throws ApiError not_found; conflict `archive_off`
 */
export async function storeArchiveRecords(personId: string, { records }: ArchiveRecords): Promise<number> {
  const accountId = await requireAccount(personId);
  const unique = [...new Map(records.map((record) => [record.id, record])).values()];
  const rows = unique.map(({ epoch, ...record }) => ({
    ...record,
    n: epoch,
    key: `${accountId} ${record.id}`,
    place: `${String(record.at).padStart(13, "0")}-${record.id}`,
  }));
  const [row] = await write("archive/add", { accountId, records: rows }, z.object({ stored: z.number() }));
  if (!row) throw off();
  return row.stored;
}

/** Deletes everything of an account's archive, in small transactions. */
export async function deleteArchiveOf(accountId: string): Promise<void> {
  // First the archive itself, so that no device adds records meanwhile.
  await write("archive/delete", { accountId }, Count);
  for (let count = BATCH; count === BATCH;) {
    const [row] = await write("archive/delete_records", { accountId, limit: BATCH }, Count);
    count = row?.count ?? 0;
  }
}

/** Deletes the archive of a person. @throws ApiError not_found without keys */
export async function deleteArchive(personId: string): Promise<void> {
  await deleteArchiveOf(await requireAccount(personId));
}
