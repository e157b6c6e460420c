import { sourceOf } from "@/lib/history/reads";
import { StatusSource } from "@/lib/history/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "The text of one's own bark as it was typed",
    auth: "user",
    scope: "read:statuses",
    params: IdParam,
    answers: StatusSource,
  },
  ({ viewer, params }) => sourceOf(viewer.id, params.id),
);
