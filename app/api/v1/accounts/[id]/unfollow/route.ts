import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unfollow } from "@/lib/people/writes";
import { Relationship } from "@/lib/people/schema";

export const POST = route(
  {
    summary: "Stop following somebody, or take a request to follow back",
    auth: "user",
    scope: "write:follows",
    params: IdParam,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params }) => unfollow(viewer.id, params.id),
);
