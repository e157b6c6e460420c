import { route } from "@/lib/http/route";
import { householdOf } from "@/lib/household/reads";
import { Household } from "@/lib/household/schema";
import { leaveHousehold } from "@/lib/household/writes";

export const GET = route(
  {
    summary: "The people who share the viewer's location grid, and open invitations",
    auth: "user",
    scope: "read:location",
    answers: Household,
  },
  ({ viewer }) => householdOf(viewer.id),
);

export const DELETE = route(
  {
    summary: "Leave the household and use a location grid of one's own again",
    auth: "user",
    scope: "write:location",
    answers: Household,
    limit: "write",
  },
  ({ viewer }) => leaveHousehold(viewer.id),
);
