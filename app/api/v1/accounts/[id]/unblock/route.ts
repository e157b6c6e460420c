import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unblock } from "@/lib/moderation/writes";
import { Relationship } from "@/lib/people/schema";

export const POST = route(
  {
    summary: "Unblock a person",
    auth: "user",
    scope: "write:blocks",
    params: IdParam,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params }) => unblock(viewer.id, params.id),
);
