import { z } from "zod";
import { route } from "@/lib/http/route";
import { withFollowing } from "@/lib/topics/reads";
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
  async ({ viewer, query }) => {
    const viewerId = viewer?.id ?? null;
    return withFollowing(viewerId, await trendingTags(viewerId, query));
  },
);
