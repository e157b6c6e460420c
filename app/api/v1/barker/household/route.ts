import { route } from "@/lib/http/route";
import { householdOf } from "@/lib/household/reads";
import { Household } from "@/lib/household/schema";
import { leaveHousehold } from "@/lib/household/writes";

export const GET = route(
  {
    summary: "With whom the viewer shares one grid of places, and who is invited",
    auth: "user",
    scope: "read:location",
    answers: Household,
  },
  ({ viewer }) => householdOf(viewer.id),
);

export const DELETE = route(
  {
    summary: "Have a grid of one's own again",
    auth: "user",
    scope: "write:location",
    answers: Household,
    limit: "write",
  },
  ({ viewer }) => leaveHousehold(viewer.id),
);
