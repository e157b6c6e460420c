import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Private conversations; always empty",
    auth: "user",
    scope: "read:statuses",
    answers: z.array(z.never()),
  },
  async () => [],
);
