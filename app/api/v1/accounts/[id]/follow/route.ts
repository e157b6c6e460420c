import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Relationship } from "@/lib/people/schema";
import { follow } from "@/lib/people/writes";

export const POST = route(
  {
    summary: "Follow somebody",
    auth: "user",
    scope: "follow",
    params: IdParam,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params }) => follow(viewer.id, params.id),
);
