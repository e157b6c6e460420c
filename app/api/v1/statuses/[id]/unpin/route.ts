import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unpin } from "@/lib/reactions/writes";

export const POST = route(
  {
    summary: "Unpin a bark",
    auth: "user",
    scope: "write:accounts",
    params: IdParam,
    answers: Status,
    limit: "react",
  },
  ({ viewer, params }) => unpin(viewer.id, params.id),
);
