import { z } from "zod";
import { route } from "@/lib/http/route";
import { importsOf } from "@/lib/imports/reads";
import { ARCHIVE_LIMIT } from "@/lib/imports/rules";
import { Import, NewImport } from "@/lib/imports/schema";
import { createImport } from "@/lib/imports/writes";
import { storeArchive } from "@/lib/media/archives/writes";

export const GET = route(
  { summary: "One's own imports, newest first", auth: "user", scope: "read", answers: z.array(Import) },
  ({ viewer }) => importsOf(viewer.id),
);

export const POST = route(
  {
    summary:
      "Take in one of Mastodon's CSV files, or an archive of posts of Mastodon or Bluesky; it is only checked until it is started",
    auth: "user",
    scope: "write",
    body: NewImport,
    file: ARCHIVE_LIMIT,
    answers: Import,
    limit: "import",
  },
  async ({ viewer, body: { kind, file } }) =>
    createImport(viewer.id, kind, new Uint8Array(await file.arrayBuffer()), storeArchive),
);
