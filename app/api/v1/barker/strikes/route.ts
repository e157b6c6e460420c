import { z } from "zod";
import { route } from "@/lib/http/route";
import { warningsOf } from "@/lib/strikes/reads";
import { AccountWarning } from "@/lib/strikes/schema";

export const GET = route(
  {
    summary: "Measures of the staff against the viewer, newest first, with their appeals",
    auth: "user",
    scope: "read:accounts",
    answers: z.array(AccountWarning),
  },
  ({ viewer }) => warningsOf(viewer.id),
);
