import { z } from "zod";
import { route } from "@/lib/http/route";
import { trendingTags } from "@/lib/trends/reads";
import { TrendQuery } from "@/lib/trends/input";
import { TrendingTag } from "@/lib/trends/schema";

export const GET = route(
  {
    summary: "Topics that more people bark about than usually do; with personal=true those first that concern you",
    auth: "optional",
    scope: "read:statuses",
    query: TrendQuery,
    answers: z.array(TrendingTag),
  },
  ({ viewer, query }) => trendingTags(viewer?.id ?? null, query),
);
