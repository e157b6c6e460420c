import { randomBytes } from "node:crypto";
import { invalid } from "@/lib/errors";
import { SEALED_LIMIT, sealedName } from "@/lib/media/rules";
import { storage } from "@/lib/media/storage";
import { read, write, IdRow } from "@/lib/neo4j";
import { HOUR_MS } from "@/lib/time";

// Files that senders have encrypted: the server knows neither what they are nor which message they belong to. Their ids
// are random, and whoever knows one may read the file.

/** Files removed per query. */
const BATCH = 200;

/**
 * Stores an encrypted file. It is noted first, so that one whose storing was interrupted is found and removed.
 * @returns its id, 32 hexadecimal digits
 * @throws ApiError invalid for an empty one; away when the storage does not answer
 */
export async function storeSealed(personId: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0 || bytes.length > SEALED_LIMIT) throw invalid("file", "ERR_INVALID", "The file is empty.");
  const id = randomBytes(16).toString("hex");
  await write("sealed/begin", { id, personId, size: bytes.length, at: Date.now() }, IdRow);
  await storage().put(sealedName(id), bytes);
  await write("sealed/stored", { id }, IdRow);
  return id;
}

/** The bytes of an encrypted file, or null if there is none. */
export async function readSealed(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const [found] = await read("sealed/by_id", { id }, IdRow);
  return found ? storage().get(sealedName(id)) : null;
}

/** Removes files whose storing was interrupted an hour ago. `now` in Unix ms. */
export async function sweepSealed(now = Date.now()): Promise<void> {
  await removeAll(() => read("sealed/pending", { before: now - HOUR_MS, limit: BATCH }, IdRow));
}

/** Removes all encrypted files that a person sent, when their account is deleted. */
export async function removeSealedOf(personId: string): Promise<void> {
  await removeAll(() => read("sealed/by_owner", { personId, limit: BATCH }, IdRow));
}

/** First the files, then their nodes, so that an interrupted run is continued by the next. */
async function removeAll(find: () => Promise<{ id: string }[]>): Promise<void> {
  for (let found = BATCH; found === BATCH;) {
    const ids = (await find()).map(({ id }) => id);
    for (const id of ids) await storage().remove(sealedName(id));
    if (ids.length > 0) await write("sealed/delete", { ids }, IdRow);
    found = ids.length;
  }
}
