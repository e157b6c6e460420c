import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The viewer's lists; always empty",
    auth: "user",
    scope: "read:lists",
    answers: z.array(z.never()),
  },
  async () => [],
);
