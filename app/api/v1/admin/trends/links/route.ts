import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Trending links; always empty",
    auth: "user",
    scope: "admin:read",
    right: "trends",
    answers: z.array(z.never()),
  },
  async () => [],
);
