import { z } from "zod";
import { route } from "@/lib/http/route";
import { TrendQuery } from "@/lib/trends/input";
import { trendingTags } from "@/lib/trends/reads";
import { AdminTag } from "@/lib/trends/schema";

const Page = TrendQuery.omit({ personal: true });

export const GET = route(
  {
    summary: "Trending topics as staff see them; those that staff hid are not among them",
    auth: "user",
    scope: "admin:read",
    right: "trends",
    query: Page,
    answers: z.array(AdminTag),
  },
  async ({ query }) => {
    const tags = await trendingTags(null, { ...query, personal: false });
    return tags.map((tag) => ({ ...tag, trendable: true, usable: true, requires_review: false }));
  },
);
