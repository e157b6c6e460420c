import { z } from "zod";
import { route } from "@/lib/http/route";
import { trendsFor } from "@/lib/trends/reads";
import { TrendQuery } from "@/lib/trends/input";
import { BarkerTrend } from "@/lib/trends/schema";

export const GET = route(
  {
    summary: "Trending topics, words and phrases for the viewer, each with the reason",
    auth: "optional",
    scope: "read:statuses",
    query: TrendQuery,
    answers: z.array(BarkerTrend),
  },
  ({ viewer, query }) => trendsFor(viewer?.id ?? null, query),
);
