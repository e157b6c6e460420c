import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { rebark } from "@/lib/reactions/writes";

export const POST = route(
  {
    summary: "Rebark a bark",
    auth: "user",
    scope: "write:statuses",
    params: IdParam,
    answers: Status,
    limit: "react",
  },
  ({ viewer, params }) => rebark(viewer.id, params.id),
);
