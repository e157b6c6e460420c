import { env } from "@/lib/env";
import { fileName, FILES, fitted } from "@/lib/media/rules";
import type { MediaAttachment, MediaRow } from "@/lib/media/schema";
import { paths } from "@/lib/paths";

const [LARGE, MEDIUM] = FILES.picture;

/** A picture in the API's format (Mastodon `MediaAttachment`). */
export function toAttachment(row: MediaRow): MediaAttachment {
  const address = (size: "large" | "medium") => env().BARKER_ORIGIN + paths.media(fileName(row.key, size));
  return {
    id: row.id,
    type: "image",
    url: address("large"),
    preview_url: address("medium"),
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: {
      original: measured(row, LARGE.width),
      small: measured(row, MEDIUM.width),
      focus: { x: row.focusX ?? 0, y: row.focusY ?? 0 },
    },
    description: row.description || null,
    blurhash: row.blurhash ?? null,
    thumbhash: row.thumbhash,
  };
}

function measured(row: MediaRow, edge: number) {
  const { width, height } = fitted(row, edge);
  return { width, height, size: `${width}x${height}`, aspect: width / height };
}
