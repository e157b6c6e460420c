import { z } from "zod";
import { route } from "@/lib/http/route";
import { weeklyActivity } from "@/lib/instance/reads";
import { toActivity } from "@/lib/instance/view";

const Activity = z.object({ week: z.string(), statuses: z.string(), logins: z.string(), registrations: z.string() });

export const GET = route(
  {
    summary: "How many barks, sign-ins and new people there were in each of the last twelve weeks, newest first",
    auth: "none",
    answers: z.array(Activity),
  },
  async () => (await weeklyActivity()).map(toActivity),
);
