import { readStatuses } from "@/lib/barks/reads";
import { barkOf } from "@/lib/barks/rules";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Poll } from "@/lib/polls/schema";

export const GET = route(
  { summary: "The poll of a bark", auth: "optional", scope: "read:statuses", params: IdParam, answers: Poll },
  async ({ viewer, params }) => {
    const [status] = await readStatuses(viewer?.id ?? null, [params.id]);
    const poll = status && barkOf(status).poll;
    if (!poll) throw new ApiError("not_found");
    return poll;
  },
);
