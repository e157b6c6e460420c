import { z } from "zod";
import { QuotePolicy } from "@/lib/barks/schema";
import { MediaAttachment, MediaRows } from "@/lib/media/schema";
import { PlannedPoll } from "@/lib/polls/schema";

const Visibility = z.enum(["public", "unlisted", "private"]);

/**
 * A bark that will be sent: Mastodon `ScheduledStatus`.
 * @see https://docs.joinmastodon.org/entities/ScheduledStatus/
 */
export const ScheduledStatus = z
  .object({
    id: z.string(),
    scheduled_at: z.string(),
    params: z.object({
      text: z.string(),
      poll: PlannedPoll.nullable(),
      media_ids: z.array(z.string()).nullable(),
      sensitive: z.boolean(),
      spoiler_text: z.string(),
      visibility: Visibility,
      in_reply_to_id: z.string().nullable(),
      language: z.string().nullable(),
      /** The app that scheduled it; null for our own pages. */
      application_id: z.string().nullable(),
      scheduled_at: z.null(),
      idempotency: z.null(),
      with_rate_limit: z.boolean(),
      quoted_status_id: z.string().nullable(),
      quote_approval_policy: QuotePolicy,
    }),
    media_attachments: z.array(MediaAttachment),
  })
  .meta({ id: "ScheduledStatus" });
export type ScheduledStatus = z.infer<typeof ScheduledStatus>;

/** A scheduled bark as stored in the graph. `poll` is JSON. */
export const ScheduledRow = z.object({
  bark: z.object({
    id: z.string(),
    dueAt: z.number(),
    text: z.string(),
    spoiler: z.string().nullable(),
    audience: Visibility.nullable(),
    quotePolicy: QuotePolicy.nullable(),
    language: z.string().nullable(),
    sensitive: z.boolean().nullable(),
    replyTo: z.string().nullable(),
    quotes: z.string().nullable(),
    poll: z.string().nullable(),
    app: z.string().nullable(),
    appId: z.string().nullable(),
  }),
  media: MediaRows,
});
export type ScheduledRow = z.infer<typeof ScheduledRow>;

/** One that was claimed, to be sent. */
export const ClaimedRow = ScheduledRow.extend({ authorId: z.string(), active: z.boolean() });
export type ClaimedRow = z.infer<typeof ClaimedRow>;

/** The body of `PUT /api/v1/scheduled_statuses/{id}`. */
export const Rescheduling = z.object({ scheduled_at: z.iso.datetime({ offset: true }).max(40) });
