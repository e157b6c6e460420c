import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Household } from "@/lib/household/schema";
import { decline } from "@/lib/household/writes";

export const DELETE = route(
  {
    summary: "Decline or withdraw an invitation, by the id of the other person",
    auth: "user",
    scope: "write:location",
    params: IdParam,
    answers: Household,
    limit: "write",
  },
  ({ viewer, params }) => decline(viewer.id, params.id),
);
