import type { DraftInput } from "@/lib/drafts/schema";

/** The maximum number of drafts per person. */
export const DRAFT_LIMIT = 300;

/** The content of a draft without its metadata, for comparing two versions. */
export function contentOf(input: DraftInput): string {
  const { text, spoiler_text, visibility, language, sensitive, in_reply_to_id, quoted_status_id, edits_id } = input;
  const rest = [in_reply_to_id, quoted_status_id, edits_id].map((id) => id ?? null);
  return JSON.stringify([
    text,
    spoiler_text,
    visibility ?? null,
    language ?? null,
    sensitive,
    ...rest,
    input.media_ids,
    // Left out when there is none, so that the digests of earlier drafts stay the same.
    ...(input.quote_approval_policy ? [input.quote_approval_policy] : []),
    ...(input.poll ? [input.poll] : []),
    ...(input.scheduled_at ? [input.scheduled_at] : []),
    ...(input.thread_id ? [[input.thread_id, input.place]] : []),
  ]);
}

/** When a draft was written, in Unix ms: by the writer's clock, but not in the future. */
export function writtenAt(said: string | undefined, now: number): number {
  return Math.min(said === undefined ? now : Date.parse(said), now);
}
