import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The viewer's lists: there are none here",
    auth: "user",
    scope: "read:lists",
    answers: z.array(z.never()),
  },
  async () => [],
);
