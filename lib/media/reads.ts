import { z } from "zod";
import { fileName, keyOf, type FileSize } from "@/lib/media/rules";
import { MediaRow, type MediaAttachment } from "@/lib/media/schema";
import { storage } from "@/lib/media/storage";
import { toAttachment } from "@/lib/media/view";
import { loader } from "@/lib/loader";
import { read } from "@/lib/neo4j";
import { singleton } from "@/lib/singleton";

const Own = z.object({ media: MediaRow, shown: z.boolean() });

/** One of a person's own pictures, or null. */
export async function findPicture(ownerId: string, id: string): Promise<MediaAttachment | null> {
  const [row] = await ownPictures(ownerId, [id]);
  return row ? toAttachment(row.media) : null;
}

/** Which of these pictures a person may attach to a bark: their own unused ones, in the requested order. */
export async function attachable(ownerId: string, ids: string[]): Promise<MediaRow[]> {
  const rows = await ownPictures(ownerId, [...new Set(ids)]);
  return rows.filter(({ shown }) => !shown).map(({ media }) => media);
}

async function ownPictures(ownerId: string, ids: string[]): Promise<z.infer<typeof Own>[]> {
  const rows = await read("media/by_id", { ownerId, ids }, Own);
  const byId = new Map(rows.map((row) => [row.media.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The bytes of a file by its name (see `FILE_NAME`), or null. */
export function readFile(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return storage().get(name);
}

const Key = z.object({ key: z.string() });

/** Loads public pictures, cached for ten seconds; with the browser's cache, a deleted one is gone within a minute. */
const visible = singleton("visible-pictures", () =>
  loader<boolean>({
    ttl: 10_000,
    size: 20_000,
    load: async (keys) => {
      const rows = await read("media/visible", { keys: [...new Set(keys)], now: Date.now() }, Key);
      return new Map(rows.map(({ key }) => [key, true]));
    },
  }),
);

/** Whether a file of this name is public: not of a suspended person, and not deleted. */
export async function isVisible(name: string): Promise<boolean> {
  // The picture of a link card belongs to nobody here; it is removed with the card.
  if (name.endsWith("-card.webp")) return true;
  return (await visible().get(keyOf(name))) === true;
}

/** The bytes of one of a picture's files, for the data export; null when they are gone. */
export function readPicture(key: string, size: FileSize): Promise<Uint8Array<ArrayBuffer> | null> {
  return readFile(fileName(key, size));
}
