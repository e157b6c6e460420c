import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Whether there is an annual report of a year; never",
    auth: "user",
    scope: "read:accounts",
    params: IdParam,
    answers: z.object({ state: z.literal("ineligible") }),
  },
  async () => ({ state: "ineligible" }),
);
