import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Barks to be sent later: there are none",
    auth: "user",
    scope: "read:statuses",
    answers: z.array(z.never()),
  },
  async () => [],
);
