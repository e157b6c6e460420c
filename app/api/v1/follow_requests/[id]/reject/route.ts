import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Relationship } from "@/lib/people/schema";
import { rejectRequest } from "@/lib/people/writes";

export const POST = route(
  {
    summary: "Reject a follow request",
    auth: "user",
    scope: "write:follows",
    params: IdParam,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params }) => rejectRequest(viewer.id, params.id),
);
