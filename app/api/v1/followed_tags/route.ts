import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The topics the viewer follows; always empty",
    auth: "user",
    scope: "read:follows",
    answers: z.array(z.never()),
  },
  async () => [],
);
