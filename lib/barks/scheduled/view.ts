import type { HeldRow, HeldStatus, ScheduledRow, ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { toAttachment } from "@/lib/media/view";
import { NewPoll } from "@/lib/polls/schema";

/** A scheduled bark in Mastodon's format. */
export function toScheduled(row: ScheduledRow): ScheduledStatus {
  return { ...shown(row), scheduled_at: new Date(row.bark.dueAt).toISOString() };
}

/** A bark that waits for the staff, as its author sees it. */
export function toHeld(row: HeldRow): HeldStatus {
  return { ...shown(row), held_at: new Date(row.bark.heldAt).toISOString() };
}

function shown({ bark, media }: ScheduledRow | HeldRow): Omit<ScheduledStatus, "scheduled_at"> {
  return {
    id: bark.id,
    params: {
      text: bark.text,
      poll: pollIn(bark.poll),
      media_ids: media.length === 0 ? null : media.map(({ id }) => id),
      sensitive: bark.sensitive ?? false,
      spoiler_text: bark.spoiler ?? "",
      visibility: bark.audience ?? "public",
      in_reply_to_id: bark.replyTo,
      language: bark.language,
      application_id: bark.appId,
      scheduled_at: null,
      idempotency: null,
      with_rate_limit: false,
      quoted_status_id: bark.quotes,
      quote_approval_policy: bark.quotePolicy ?? "public",
    },
    media_attachments: media.map(toAttachment),
  };
}

/** A poll that is stored as JSON. */
export function pollIn(stored: string | null): NewPoll | null {
  return stored === null ? null : NewPoll.parse(JSON.parse(stored));
}
