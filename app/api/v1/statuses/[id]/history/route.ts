import { z } from "zod";
import { historyOf } from "@/lib/history/reads";
import { StatusEdit } from "@/lib/history/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Every version of a bark",
    auth: "optional",
    scope: "read:statuses",
    params: IdParam,
    answers: z.array(StatusEdit),
  },
  ({ viewer, params }) => historyOf(viewer?.id ?? null, params.id),
);
