import { z } from "zod";
import { heldOf } from "@/lib/barks/scheduled/reads";
import { HeldStatus } from "@/lib/barks/scheduled/schema";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "One's barks that wait for the people who run the town, last written first",
    auth: "user",
    scope: "read:statuses",
    answers: z.array(HeldStatus),
  },
  ({ viewer }) => heldOf(viewer.id),
);
