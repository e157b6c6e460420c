import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Topics that the viewer features: none can be yet",
    auth: "user",
    scope: "read:accounts",
    answers: z.array(z.never()),
  },
  async () => [],
);
