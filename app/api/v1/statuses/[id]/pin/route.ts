import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { pin } from "@/lib/reactions/writes";

export const POST = route(
  {
    summary: "Pin one's own bark to one's profile",
    auth: "user",
    scope: "write:accounts",
    params: IdParam,
    answers: Status,
    limit: "react",
  },
  ({ viewer, params }) => pin(viewer.id, params.id),
);
