import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Topics that somebody features: none can be yet",
    auth: "optional",
    scope: "read:accounts",
    params: IdParam,
    answers: z.array(z.never()),
  },
  async () => [],
);
