import { unschedule } from "@/lib/barks/scheduled/writes";
import { readDraft } from "@/lib/drafts/reads";
import { Draft } from "@/lib/drafts/schema";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Make a scheduled bark a draft, to change it; it is not sent any more",
    auth: "user",
    scope: "write:statuses",
    params: IdParam,
    answers: Draft,
    limit: "write",
  },
  async ({ viewer, params }) => {
    const id = await unschedule(viewer.id, params.id);
    const draft = id === null ? null : await readDraft(viewer.id, id);
    if (!draft) throw new ApiError("not_found");
    return draft;
  },
);
