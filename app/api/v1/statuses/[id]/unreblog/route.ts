import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unrebark } from "@/lib/reactions/writes";

export const POST = route(
  {
    summary: "Undo a rebark",
    auth: "user",
    scope: "write:statuses",
    params: IdParam,
    answers: Status,
    limit: "react",
  },
  ({ viewer, params }) => unrebark(viewer.id, params.id),
);
