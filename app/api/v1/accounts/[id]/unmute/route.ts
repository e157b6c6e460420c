import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unmute } from "@/lib/moderation/writes";
import { Relationship } from "@/lib/people/schema";

export const POST = route(
  {
    summary: "Unmute a person",
    auth: "user",
    scope: "write:mutes",
    params: IdParam,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params }) => unmute(viewer.id, params.id),
);
