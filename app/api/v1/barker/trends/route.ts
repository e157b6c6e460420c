import { z } from "zod";
import { route } from "@/lib/http/route";
import { trendsFor } from "@/lib/trends/reads";
import { TrendQuery } from "@/lib/trends/input";
import { BarkerTrend } from "@/lib/trends/schema";

export const GET = route(
  {
    summary: "Topics, words and phrases that trend, for you, each with why it is shown",
    auth: "optional",
    scope: "read:statuses",
    query: TrendQuery,
    answers: z.array(BarkerTrend),
  },
  ({ viewer, query }) => trendsFor(viewer?.id ?? null, query),
);
