import { z } from "zod";
import { ApiError, invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { encode, type EncodingFault } from "@/lib/media/encode";
import { fileName, UNATTACHED_MS, type PictureKind } from "@/lib/media/rules";
import { MediaRow, type MediaAttachment, type MediaDetails } from "@/lib/media/schema";
import { pictureKey } from "@/lib/media/secrets";
import { storage } from "@/lib/media/storage";
import { sweepDiscarded } from "@/lib/media/sweep/writes";
import { toAttachment } from "@/lib/media/view";
import { read, write, IdRow } from "@/lib/neo4j";

const Kept = z.object({ media: MediaRow });

const FAULTS: Record<EncodingFault["reason"], (field: string) => ApiError> = {
  format: () =>
    new ApiError("unsupported_media_type", { message: "Please send a picture: JPEG, PNG, WebP, AVIF or GIF." }),
  film: () =>
    new ApiError("unsupported_media_type", {
      message: "Videos and sound cannot be shown here. Please send a picture; a GIF or WebP may be animated.",
    }),
  length: (field) =>
    invalid(
      field,
      "ERR_TOO_LARGE",
      "The animation is too long: at most a minute, 600 frames, and 40 megapixels in all of them together.",
    ),
  pixels: (field) => invalid(field, "ERR_TOO_LARGE", "The picture has more than 40 megapixels."),
  animation: (field) =>
    invalid(field, "ERR_INVALID", "Animated AVIF is not supported. Send it as a GIF or WebP, or a still picture."),
  broken: (field) => invalid(field, "ERR_INVALID", "The picture is damaged and could not be read."),
};

/**
 * Stores a picture for a bark that its owner is about to write. It is private until then, and is deleted after a day
 * when no bark uses it.
 * @throws ApiError unsupported_media_type; invalid when it is damaged or has too many pixels; away
 */
export async function addPicture(ownerId: string, file: Uint8Array, details: MediaDetails): Promise<MediaAttachment> {
  return toAttachment(await keep(ownerId, file, "picture", details));
}

/**
 * Stores a portrait (cropped to 400 × 400) or a header (1500 × 500). It is deleted after a day if it is not used.
 * @returns the key for `Person.portrait` or `Person.header`
 * @throws as addPicture
 */
export async function storeProfilePicture(
  ownerId: string,
  file: Uint8Array,
  kind: "avatar" | "header",
): Promise<string> {
  return (await keep(ownerId, file, kind, {})).key;
}

/** Changes the description and focus of one's own unused picture; null when there is none. */
export async function describePicture(
  ownerId: string,
  id: string,
  { description, focus }: MediaDetails,
): Promise<MediaAttachment | null> {
  const said = { description: description ?? null, focusX: focus?.x ?? null, focusY: focus?.y ?? null };
  const [row] = await write("media/describe", { ownerId, id, ...said }, Kept);
  return row ? toAttachment(row.media) : null;
}

/** Discards one's own unused picture. False when there is none. */
export async function discardPicture(ownerId: string, id: string): Promise<boolean> {
  const [row] = await write("media/discard", { ownerId, id }, IdRow);
  // If the storage is unavailable, the worker retries.
  if (row) await sweepDiscarded().catch((error: unknown) => log().warn({ err: error }, "files not removed yet"));
  return row !== undefined;
}

async function keep(
  ownerId: string,
  file: Uint8Array,
  kind: PictureKind,
  { description, focus }: MediaDetails,
): Promise<MediaRow> {
  const encoded = await encode(file, kind);
  if (!encoded.ok) throw FAULTS[encoded.reason](kind === "picture" ? "file" : kind);
  // The owner is part of the key, so that deleting a picture does not depend on others who uploaded the same file.
  const key = pictureKey(ownerId, kind, encoded.largest);
  const { width, height, thumbhash, blurhash, moving } = encoded;
  const said = { description: description || null, focusX: focus?.x ?? null, focusY: focus?.y ?? null };
  const media = { ownerId, kind, key, width, height, thumbhash, blurhash, ...(moving && { moving }), ...said };
  const [row] = await write("media/create", { id: newId(), media, until: Date.now() + UNATTACHED_MS }, Kept);
  if (!row) throw new Error("the picture was not stored");
  await removed(key);
  await Promise.all(encoded.files.map(({ size, bytes }) => storage().put(fileName(key, size), bytes)));
  return row.media;
}

/** How long (ms) to wait for files being removed; the process that removes them may have died. */
const REMOVAL_TIMEOUT_MS = 3_000;

/**
 * Waits while files with this key are being removed. The remover first marks its picture (`:Discarded`) and then checks
 * whether another picture shares the files; here the picture is stored first, and then this checks. So one
 * of the two always sees the other.
 */
async function removed(key: string): Promise<void> {
  for (let waited = 0; waited < REMOVAL_TIMEOUT_MS; waited += 50) {
    const [removing] = await read("media/discarded_by_key", { key }, IdRow);
    if (!removing) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
