import { readStatus } from "@/lib/barks/reads";
import { Status } from "@/lib/barks/schema";
import { revokeQuote } from "@/lib/barks/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { IdText } from "@/lib/text/fields";

export const POST = route(
  {
    summary: "Take one's own bark out of a bark that quotes it; answers the quoting bark",
    auth: "user",
    scope: "write:statuses",
    params: IdParam.extend({ quoting_id: IdText }),
    answers: Status,
    limit: "write",
  },
  async ({ viewer, params: { id, quoting_id: quotingId } }) => {
    if (!(await revokeQuote(viewer.id, id, quotingId))) throw new ApiError("not_found");
    const quoting = await readStatus(viewer.id, quotingId);
    if (!quoting || quoting === "deleted") throw new ApiError("not_found");
    return quoting;
  },
);
