import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { bookmark } from "@/lib/reactions/writes";

export const POST = route(
  {
    summary: "Bookmark a bark",
    auth: "user",
    scope: "write:bookmarks",
    params: IdParam,
    answers: Status,
    limit: "react",
  },
  ({ viewer, params }) => bookmark(viewer.id, params.id),
);
