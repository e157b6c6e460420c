import { z } from "zod";
import { fileNames, UNATTACHED_MS } from "@/lib/media/rules";
import { storage } from "@/lib/media/storage";
import { read, write, IdRow } from "@/lib/neo4j";

// Removing pictures is separate from `writes`, so that a sidecar does not load the decoder (20 MB).

/** Pictures checked or removed per query. */
const BATCH = 200;

const Discarded = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.enum(["picture", "avatar", "header"]),
  needed: z.boolean(),
});

/**
 * Removes unused pictures: those uploaded a day ago and never used, those of deleted barks, and former portraits and
 * headers. Any number of workers may do this at once.
 * @param now Unix milliseconds
 */
export async function sweepPictures(now = Date.now()): Promise<void> {
  for (let judged = BATCH; judged === BATCH;) {
    const rows = await write("media/discard_unattached", { now, next: now + UNATTACHED_MS, limit: BATCH }, IdRow);
    judged = rows.length;
  }
  await sweepDiscarded();
}

/** Removes all pictures of a deleted account. */
export async function discardPicturesOf(ownerId: string): Promise<void> {
  await write("media/discard_by_owner", { ownerId }, IdRow);
  await sweepDiscarded();
}

/**
 * Removes the files of discarded pictures, and then the pictures themselves, so that an interrupted run is continued by
 * the next. Files that another picture shares are kept.
 */
export async function sweepDiscarded(): Promise<void> {
  for (let found = BATCH; found === BATCH;) {
    const rows = await read("media/discarded", { limit: BATCH }, Discarded);
    const unneeded = new Set(rows.filter(({ needed }) => !needed).flatMap(({ key, kind }) => fileNames(key, kind)));
    for (const name of unneeded) await storage().remove(name);
    if (rows.length > 0) await write("media/delete", { ids: rows.map(({ id }) => id) }, IdRow);
    found = rows.length;
  }
}
