import { z } from "zod";
import { readStatus } from "@/lib/barks/reads";
import { QuotePolicy, Status } from "@/lib/barks/schema";
import { setQuotePolicy } from "@/lib/barks/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const PUT = route(
  {
    summary: "Decide who may quote one's own bark; quotes that exist stay",
    auth: "user",
    scope: "write:statuses",
    params: IdParam,
    body: z.object({ quote_approval_policy: QuotePolicy.optional() }),
    answers: Status,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    const before = await readStatus(viewer.id, params.id);
    if (!before || before === "deleted") throw new ApiError("not_found");
    if (before.account.id !== viewer.id || before.reblog) {
      throw new ApiError("forbidden", { message: "This bark is not yours." });
    }
    if (body.quote_approval_policy === undefined) return before;
    await setQuotePolicy(viewer.id, params.id, body.quote_approval_policy);
    const after = await readStatus(viewer.id, params.id);
    if (!after || after === "deleted") throw new ApiError("not_found");
    return after;
  },
);
