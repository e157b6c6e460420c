import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { block } from "@/lib/moderation/writes";
import { Relationship } from "@/lib/people/schema";

export const POST = route(
  {
    summary: "Block a person: neither sees the other, and follows between them end",
    auth: "user",
    scope: "write:blocks",
    params: IdParam,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params }) => block(viewer.id, params.id),
);
