import { z } from "zod";
import { route } from "@/lib/http/route";
import { trendingTags } from "@/lib/trends/reads";
import { TrendQuery } from "@/lib/trends/input";
import { TrendingTag } from "@/lib/trends/schema";

export const GET = route(
  {
    summary: "Trending topics; with personal=true, those that concern the viewer come first",
    auth: "optional",
    scope: "read:statuses",
    query: TrendQuery,
    answers: z.array(TrendingTag),
  },
  ({ viewer, query }) => trendingTags(viewer?.id ?? null, query),
);
