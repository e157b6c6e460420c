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

/** A bark that waits for the people who run the town, as its author sees it. */
export const HeldStatus = ScheduledStatus.omit({ scheduled_at: true })
  .extend({ held_at: z.string() })
  .meta({ id: "HeldStatus" });
export type HeldStatus = z.infer<typeof HeldStatus>;

/** What is stored of a bark that waits, with its pictures. `poll` is JSON. */
const Waiting = z.object({
  bark: z.object({
    id: z.string(),
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

/** One that waits for its time `dueAt` (Unix ms). */
export const ScheduledRow = Waiting.extend({ bark: Waiting.shape.bark.extend({ dueAt: z.number() }) });
export type ScheduledRow = z.infer<typeof ScheduledRow>;

/** One that waits for the staff since `heldAt` (Unix ms), because of the word `heldFor`. */
export const HeldRow = Waiting.extend({
  bark: Waiting.shape.bark.extend({ heldFor: z.string(), heldAt: z.number() }),
});
export type HeldRow = z.infer<typeof HeldRow>;

/** One that waits for either. */
export const WaitingRow = z.union([HeldRow, ScheduledRow]);

/** One that was claimed, to be sent. `approvedAt`: when (Unix ms) the staff approved it; `key` is that of its request. */
export const ClaimedRow = Waiting.extend({
  bark: Waiting.shape.bark.extend({ approvedAt: z.number().nullable(), key: z.string().nullable() }),
  authorId: z.string(),
  active: z.boolean(),
});
export type ClaimedRow = z.infer<typeof ClaimedRow>;

/** The body of `PUT /api/v1/scheduled_statuses/{id}`. */
export const Rescheduling = z.object({ scheduled_at: z.iso.datetime({ offset: true }).max(40) });
