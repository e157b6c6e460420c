import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The lists a person is on; always empty",
    auth: "user",
    scope: "read:lists",
    params: IdParam,
    answers: z.array(z.never()),
  },
  async () => [],
);
