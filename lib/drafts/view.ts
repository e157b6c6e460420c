import { Draft, type DraftRow } from "@/lib/drafts/schema";
import { toAttachment } from "@/lib/media/view";

/** A draft in the API's format. */
export function toDraft({ draft, media }: DraftRow): Draft {
  return {
    id: draft.id,
    text: draft.text,
    spoiler_text: draft.spoiler ?? "",
    visibility: draft.audience,
    quote_approval_policy: draft.quotePolicy,
    language: draft.language,
    sensitive: draft.sensitive ?? false,
    in_reply_to_id: draft.replyTo,
    quoted_status_id: draft.quotes,
    edits_id: draft.edits,
    poll: draft.poll === null ? null : Draft.shape.poll.parse(JSON.parse(draft.poll)),
    scheduled_at: draft.dueAt === null ? null : new Date(draft.dueAt).toISOString(),
    reason: draft.reason,
    thread_id: draft.thread,
    place: draft.place ?? 0,
    media_attachments: media.map(toAttachment),
    updated_at: new Date(draft.at).toISOString(),
    version: draft.version,
  };
}
