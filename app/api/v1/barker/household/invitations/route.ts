import { route } from "@/lib/http/route";
import { Household, Invitation } from "@/lib/household/schema";
import { invite } from "@/lib/household/writes";

export const POST = route(
  {
    summary: "Invite somebody one lives with to share one grid of places",
    auth: "user",
    scope: "write:location",
    body: Invitation,
    answers: Household,
    limit: "follow",
  },
  ({ viewer, body }) => invite(viewer.id, body.account_id),
);
