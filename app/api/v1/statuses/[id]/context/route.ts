import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { contextOf } from "@/lib/threads/reads";
import { ThreadContext } from "@/lib/threads/schema";

export const GET = route(
  {
    summary: "The conversation around a bark",
    auth: "optional",
    scope: "read:statuses",
    params: IdParam,
    answers: ThreadContext,
  },
  ({ viewer, params }) => contextOf(viewer?.id ?? null, params.id),
);
