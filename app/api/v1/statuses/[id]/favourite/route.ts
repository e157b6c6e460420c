import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { like } from "@/lib/reactions/writes";

export const POST = route(
  { summary: "Like a bark", auth: "user", scope: "write:favourites", params: IdParam, answers: Status, limit: "react" },
  ({ viewer, params }) => like(viewer.id, params.id),
);
