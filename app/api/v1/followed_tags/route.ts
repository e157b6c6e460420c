import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Topics that the viewer follows: none can be yet",
    auth: "user",
    scope: "read:follows",
    answers: z.array(z.never()),
  },
  async () => [],
);
