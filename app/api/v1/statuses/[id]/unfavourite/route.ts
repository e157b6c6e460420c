import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unlike } from "@/lib/reactions/writes";

export const POST = route(
  {
    summary: "Take a like back",
    auth: "user",
    scope: "write:favourites",
    params: IdParam,
    answers: Status,
    limit: "react",
  },
  ({ viewer, params }) => unlike(viewer.id, params.id),
);
