import { z } from "zod";
import { route } from "@/lib/http/route";
import { instanceCounts } from "@/lib/instance/reads";
import { toInstanceV1 } from "@/lib/instance/view";

export const GET = route(
  {
    summary: "The properties of this instance (version 1)",
    auth: "none",
    answers: z.record(z.string(), z.unknown()),
  },
  async () => toInstanceV1(await instanceCounts()),
);
