import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { removeFollower } from "@/lib/people/writes";
import { Relationship } from "@/lib/people/schema";

export const POST = route(
  {
    summary: "Remove a person from the viewer's followers",
    auth: "user",
    scope: "write:follows",
    params: IdParam,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params }) => removeFollower(viewer.id, params.id),
);
