import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unlike } from "@/lib/reactions/writes";

export const POST = route(
  {
    summary: "Unlike a bark",
    auth: "user",
    scope: "write:favourites",
    params: IdParam,
    answers: Status,
    limit: "react",
  },
  ({ viewer, params }) => unlike(viewer.id, params.id),
);
