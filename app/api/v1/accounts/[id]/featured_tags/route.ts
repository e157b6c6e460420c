import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The topics a person features; always empty",
    auth: "optional",
    scope: "read:accounts",
    params: IdParam,
    answers: z.array(z.never()),
  },
  async () => [],
);
