import { z } from "zod";
import { route } from "@/lib/http/route";
import { TrendingLink } from "@/lib/trends/schema";

export const GET = route(
  {
    summary: "Links that people share: none, since this Barker fetches no pages of others",
    auth: "none",
    answers: z.array(TrendingLink),
  },
  async () => [],
);
