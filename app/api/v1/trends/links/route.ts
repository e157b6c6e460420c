import { z } from "zod";
import { route } from "@/lib/http/route";
import { TrendingLink } from "@/lib/trends/schema";

export const GET = route(
  {
    summary: "Trending links; always empty, because nobody counts who links to what",
    auth: "none",
    answers: z.array(TrendingLink),
  },
  async () => [],
);
