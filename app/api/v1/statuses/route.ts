import { z } from "zod";
import { blockedWord, dueTime, tooManyScheduled } from "@/app/api/v1/statuses/schedule";
import { readStatuses } from "@/lib/barks/reads";
import { NewBark, Status } from "@/lib/barks/schema";
import { scheduledEarlier } from "@/lib/barks/scheduled/reads";
import { ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { barkOrHold, scheduleBark } from "@/lib/barks/scheduled/writes";
import { ApiError, invalid } from "@/lib/errors";
import { IdsQuery } from "@/lib/http/params";
import { route } from "@/lib/http/route";

/** A bark that is referred to may be missing, or hidden from the author: Mastodon's clients expect 404. */
const REFUSALS = {
  gone: () => new ApiError("not_found"),
  sent: () => new ApiError("not_found"),
  reply_missing: () => new ApiError("not_found", { message: "The bark you reply to no longer exists." }),
  quote_missing: () => new ApiError("not_found", { message: "The bark you quote no longer exists." }),
  quote_private: () =>
    invalid("quoted_status_id", "ERR_INVALID", "This bark is for followers only. It cannot be quoted."),
  quote_denied: () =>
    invalid("quoted_status_id", "ERR_INVALID", "Its author decided who may quote this bark. You may not."),
  both: () => invalid("poll", "ERR_INVALID", "A bark has pictures or a poll, not both."),
  too_many: tooManyScheduled,
  held: () => new ApiError("held_for_review"),
  pictures: () =>
    invalid("media_ids", "ERR_INVALID", "A picture is gone, or belongs to another bark. Please add it again."),
};

export const POST = route(
  {
    summary: "Create a bark",
    auth: "user",
    scope: "write:statuses",
    body: NewBark,
    answers: z.union([Status, ScheduledStatus]),
    limit: "bark",
  },
  async ({ request, viewer, identity, body }) => {
    const app = identity?.by === "token" ? identity.app : null;
    const input = {
      text: body.status,
      // A reply without an explicit audience takes that of its parent.
      audience: body.visibility ?? (viewer.barksFor === "public" ? undefined : viewer.barksFor),
      language: body.language ?? viewer.barksIn,
      sensitive: body.sensitive ?? viewer.barksSensitive,
      spoiler: body.spoiler_text,
      replyTo: body.in_reply_to_id || null,
      quotes: body.quoted_status_id || null,
      quotePolicy: body.quote_approval_policy ?? viewer.quotePolicy,
      media: body.media_ids ?? [],
      poll: body.poll,
      app: app?.name ?? null,
      idempotencyKey: request.headers.get("idempotency-key"),
    };
    // A request that is repeated may come less than five minutes before its time.
    const earlier = body.scheduled_at ? await scheduledEarlier(viewer.id, input.idempotencyKey) : null;
    if (earlier === "held") throw REFUSALS.held();
    if (earlier) return earlier;
    const due = body.scheduled_at ? dueTime(body.scheduled_at, Date.now()) : null;
    const result = await (due === null
      ? barkOrHold(viewer.id, input, app?.id)
      : scheduleBark(viewer.id, input, due, app?.id));
    if (result.ok) return "scheduled" in result ? result.scheduled : result.status;
    if (result.reason === "text") throw invalid("status", result.fault.error, result.fault.description);
    if (result.reason === "blocked") throw blockedWord(result.word);
    throw REFUSALS[result.reason]();
  },
);

export const GET = route(
  {
    summary: "Several barks at once",
    auth: "optional",
    scope: "read:statuses",
    query: IdsQuery,
    answers: z.array(Status),
  },
  ({ viewer, query }) => readStatuses(viewer?.id ?? null, query.id),
);
