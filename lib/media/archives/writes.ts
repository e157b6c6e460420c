import { randomBytes } from "node:crypto";
import { archiveName } from "@/lib/media/rules";
import { storage } from "@/lib/media/storage";
import { read, write, IdRow } from "@/lib/neo4j";
import { DAY_MS } from "@/lib/time";

/** How long (ms) an archive is kept for the import that needs its pictures. */
const KEPT_MS = 3 * DAY_MS;
/** Archives removed per query. */
const BATCH = 50;

/** Stores an archive for an import. It is noted first, so that it is removed whatever happens. @returns its id */
export async function storeArchive(bytes: Uint8Array): Promise<string> {
  const id = randomBytes(16).toString("hex");
  await write("media/begin_archive", { id, until: Date.now() + KEPT_MS }, IdRow);
  await storage().put(archiveName(id), bytes);
  return id;
}

/** The bytes of an archive, or null when it was removed. */
export function readArchive(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return storage().get(archiveName(id));
}

/** Removes an archive; idempotent. */
export async function removeArchive(id: string): Promise<void> {
  await storage().remove(archiveName(id));
  await write("media/delete_archives", { ids: [id] }, IdRow);
}

/** Removes archives whose time is over. @param now Unix ms */
export async function sweepArchives(now = Date.now()): Promise<void> {
  for (const { id } of await read("media/archives_over", { now, limit: BATCH }, IdRow)) await removeArchive(id);
}
