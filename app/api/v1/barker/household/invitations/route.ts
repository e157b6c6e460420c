import { route } from "@/lib/http/route";
import { Household, Invitation } from "@/lib/household/schema";
import { invite } from "@/lib/household/writes";

export const POST = route(
  {
    summary: "Invite a person of one's household to share one location grid",
    auth: "user",
    scope: "write:location",
    body: Invitation,
    answers: Household,
    limit: "follow",
  },
  ({ viewer, body }) => invite(viewer.id, body.account_id),
);
