import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Relationship } from "@/lib/people/schema";
import { unfollow } from "@/lib/people/writes";

export const POST = route(
  {
    summary: "Stop following somebody",
    auth: "user",
    scope: "follow",
    params: IdParam,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params }) => unfollow(viewer.id, params.id),
);
