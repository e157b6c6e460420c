import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unfollow } from "@/lib/people/writes";
import { Relationship } from "@/lib/people/schema";

export const POST = route(
  {
    summary: "Unfollow a person, or withdraw a follow request",
    auth: "user",
    scope: "write:follows",
    params: IdParam,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params }) => unfollow(viewer.id, params.id),
);
