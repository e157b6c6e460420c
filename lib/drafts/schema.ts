import { z } from "zod";
import { QuotePolicy } from "@/lib/barks/schema";
import { Flag, IdText } from "@/lib/text/fields";
import { LanguageTag } from "@/lib/text/language";
import { MediaAttachment, MediaRows } from "@/lib/media/schema";
import { PlannedPoll } from "@/lib/polls/schema";

/** The poll of a draft, which need not be complete. */
const DraftPoll = z.object({
  options: z.array(z.string().max(1_000)).max(4, "at most 4 options"),
  expires_in: z.number().int().min(0).max(10_000_000),
  multiple: Flag,
  hide_totals: Flag,
});

/** A draft in the API; its parameters are named as in `POST /api/v1/statuses`. */
export const Draft = z
  .object({
    id: z.string(),
    text: z.string(),
    spoiler_text: z.string(),
    visibility: z.enum(["public", "unlisted", "private"]).nullable(),
    quote_approval_policy: QuotePolicy.nullable(),
    language: z.string().nullable(),
    sensitive: z.boolean(),
    in_reply_to_id: z.string().nullable(),
    quoted_status_id: z.string().nullable(),
    /** The bark that it edits, if any. */
    edits_id: z.string().nullable(),
    poll: PlannedPoll.nullable(),
    /** When it is to be sent, if its writer chose a time. */
    scheduled_at: z.string().nullable(),
    /** Why it could not be sent at its time, or was not published. */
    reason: z.string().nullable(),
    /** The draft with which its thread begins; null for a draft that continues none. */
    thread_id: z.string().nullable(),
    /** Its position in the thread, after the first draft's 0. */
    place: z.number().int(),
    media_attachments: z.array(MediaAttachment),
    updated_at: z.string(),
    /** Increased by every change. A change names the version it is based on. */
    version: z.number().int(),
  })
  .meta({ id: "Draft" });
export type Draft = z.infer<typeof Draft>;

/** The content of a draft. `at` is when it was last changed, in Unix ms by the writer's clock. */
const DraftText = z.object({
  id: z.string(),
  text: z.string(),
  spoiler: z.string().nullable(),
  audience: Draft.shape.visibility,
  quotePolicy: QuotePolicy.nullable(),
  language: z.string().nullable(),
  sensitive: z.boolean().nullable(),
  replyTo: z.string().nullable(),
  quotes: z.string().nullable(),
  edits: z.string().nullable(),
  /** JSON. */
  poll: z.string().nullable(),
  dueAt: z.number().nullable(),
  reason: z.string().nullable(),
  thread: z.string().nullable(),
  place: z.number().nullable(),
  at: z.number(),
  version: z.number(),
});

/** A draft as the graph stores it, with its pictures. */
export const DraftRow = z.object({ draft: DraftText, media: MediaRows });
export type DraftRow = z.infer<typeof DraftRow>;

/** Clients choose a draft's id, so that saving is idempotent. */
const DraftId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const Reference = IdText.nullish();

/** The body of `PUT /api/v1/barker/drafts/{id}`: the complete draft. It may be too long for a bark. */
export const DraftInput = z.object({
  text: z.string().max(10_000).default(""),
  spoiler_text: z.string().max(500).default(""),
  visibility: Draft.shape.visibility.optional(),
  quote_approval_policy: QuotePolicy.nullish(),
  language: LanguageTag.nullish(),
  sensitive: Flag.default(false),
  in_reply_to_id: Reference,
  quoted_status_id: Reference,
  edits_id: Reference,
  poll: DraftPoll.nullish(),
  scheduled_at: z.iso.datetime({ offset: true }).max(40).nullish(),
  thread_id: DraftId.nullish(),
  place: z.coerce.number().int().min(0).max(1_000).default(0),
  media_ids: z.array(z.string().max(40)).max(4, "at most 4 pictures").default([]),
  /** When it was written, by the writer's clock. */
  updated_at: z.iso.datetime({ offset: true }).max(40).optional(),
  /** The version the change is based on; 0 for a new draft. Without it, the draft is overwritten. */
  version: z.coerce.number().int().min(0).optional(),
  /** Identifies the window in which it is typed, so that the window's own earlier text is no conflict. */
  hand: z.string().max(64).optional(),
});
export type DraftInput = z.infer<typeof DraftInput>;

export const DraftParam = z.object({ id: DraftId });
