import { env } from "@/lib/env";
import { fileName, FILES, fitted, MOVING_EDGE } from "@/lib/media/rules";
import type { MediaAttachment, MediaRow } from "@/lib/media/schema";
import { paths } from "@/lib/paths";

const [LARGE, MEDIUM] = FILES.picture;

/** A picture in the API's format (Mastodon `MediaAttachment`). */
export function toAttachment(row: MediaRow): MediaAttachment {
  const address = (size: "large" | "medium" | "moving") => env().BARKER_ORIGIN + paths.media(fileName(row.key, size));
  const moving = row.moving ?? false;
  return {
    id: row.id,
    type: "image",
    url: address(moving ? "moving" : "large"),
    preview_url: address("medium"),
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: {
      original: measured(row, moving ? MOVING_EDGE : LARGE.width),
      small: measured(row, MEDIUM.width),
      focus: { x: row.focusX ?? 0, y: row.focusY ?? 0 },
    },
    description: row.description || null,
    blurhash: row.blurhash ?? null,
    thumbhash: row.thumbhash,
    animated: moving,
  };
}

function measured(row: MediaRow, edge: number) {
  const { width, height } = fitted(row, edge);
  return { width, height, size: `${width}x${height}`, aspect: width / height };
}
