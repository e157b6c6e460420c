import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The topics the viewer features; always empty",
    auth: "user",
    scope: "read:accounts",
    answers: z.array(z.never()),
  },
  async () => [],
);
