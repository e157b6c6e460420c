import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import { NewBark, Status } from "@/lib/barks/schema";
import { createBark } from "@/lib/barks/writes";
import { ApiError, invalid } from "@/lib/errors";
import { IdsQuery } from "@/lib/http/params";
import { route } from "@/lib/http/route";

const REFUSALS = {
  reply_missing: ["in_reply_to_id", "The bark you answer is gone."],
  quote_missing: ["quoted_status_id", "The bark you quote is gone."],
  quote_private: ["quoted_status_id", "This bark is for followers only. It cannot be quoted."],
  pictures: ["media_ids", "A picture is not there any more, or belongs to another bark. Please add it again."],
} as const;

export const POST = route(
  { summary: "Bark", auth: "user", scope: "write", body: NewBark, answers: Status, limit: "bark" },
  async ({ request, viewer, identity, body }) => {
    const result = await createBark(viewer.id, {
      text: body.status,
      // An answer without a wish is for those whom the bark it answers is for.
      audience: body.visibility ?? (viewer.barksFor === "public" ? undefined : viewer.barksFor),
      language: body.language ?? viewer.barksIn,
      sensitive: body.sensitive ?? viewer.barksSensitive,
      spoiler: body.spoiler_text,
      replyTo: body.in_reply_to_id || null,
      quotes: body.quoted_status_id || null,
      media: body.media_ids ?? [],
      app: identity?.by === "token" ? identity.app.name : null,
      idempotencyKey: request.headers.get("idempotency-key"),
    });
    if (result.ok) return result.status;
    if (result.reason === "gone") throw new ApiError("not_found");
    if (result.reason === "text") throw invalid("status", result.fault.error, result.fault.description);
    const [field, sentence] = REFUSALS[result.reason];
    throw invalid(field, "ERR_INVALID", sentence);
  },
);

export const GET = route(
  { summary: "Several barks at once", auth: "optional", scope: "read", query: IdsQuery, answers: z.array(Status) },
  ({ viewer, query }) => readStatuses(viewer?.id ?? null, query.id),
);
