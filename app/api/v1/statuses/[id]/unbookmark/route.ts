import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unbookmark } from "@/lib/reactions/writes";

export const POST = route(
  {
    summary: "Remove a bookmark",
    auth: "user",
    scope: "write:bookmarks",
    params: IdParam,
    answers: Status,
    limit: "react",
  },
  ({ viewer, params }) => unbookmark(viewer.id, params.id),
);
