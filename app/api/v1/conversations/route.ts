import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Private conversations: barks are for more than one",
    auth: "user",
    scope: "read",
    answers: z.array(z.never()),
  },
  async () => [],
);
