import { z } from "zod";
import { route } from "@/lib/http/route";
import { TrendingLink } from "@/lib/trends/schema";

export const GET = route(
  {
    summary: "Trending links; always empty, because this server fetches no other sites",
    auth: "none",
    answers: z.array(TrendingLink),
  },
  async () => [],
);
