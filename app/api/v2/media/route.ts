import { route } from "@/lib/http/route";
import { FILE_LIMIT } from "@/lib/media/rules";
import { MediaAttachment, NewMedia } from "@/lib/media/schema";
import { addPicture } from "@/lib/media/writes";

export const POST = route(
  {
    summary: "Upload a picture for a bark: JPEG, PNG, WebP, AVIF or GIF (first frame only)",
    auth: "user",
    scope: "write:media",
    body: NewMedia,
    file: FILE_LIMIT,
    answers: MediaAttachment,
    limit: "media",
  },
  async ({ viewer, body: { file, ...details } }) =>
    addPicture(viewer.id, new Uint8Array(await file.arrayBuffer()), details),
);
