import { digest } from "@/lib/auth/secrets";
import { contentOf, DRAFT_LIMIT, writtenAt } from "@/lib/drafts/rules";
import { DraftRow, type Draft, type DraftInput } from "@/lib/drafts/schema";
import { toDraft } from "@/lib/drafts/view";
import { UNATTACHED_MS } from "@/lib/media/rules";
import { write, IdRow } from "@/lib/neo4j";

/**
 * Saves a draft under an id chosen by the client. When another device changed it in the meantime (`input.version` is
 * outdated), both texts are kept: this one under a new id.
 * @returns the saved draft, possibly with the new id; null when there are too many
 */
export async function saveDraft(personId: string, id: string, input: DraftInput): Promise<Draft | null> {
  const now = Date.now();
  const said = digest(contentOf(input));
  const draft = {
    text: input.text,
    spoiler: input.spoiler_text || null,
    audience: input.visibility ?? null,
    quotePolicy: input.quote_approval_policy ?? null,
    language: input.language ?? null,
    sensitive: input.sensitive || null,
    replyTo: input.in_reply_to_id ?? null,
    quotes: input.quoted_status_id ?? null,
    edits: input.edits_id ?? null,
    poll: input.poll ? JSON.stringify(input.poll) : null,
    dueAt: input.scheduled_at ? Date.parse(input.scheduled_at) : null,
    // Once it is changed, that is the past.
    reason: null,
    thread: input.thread_id ?? null,
    place: input.place || null,
    at: writtenAt(input.updated_at, now),
  };
  const [row] = await write(
    "drafts/save",
    {
      personId,
      key: `${personId} ${id}`,
      otherKey: `${personId} ${digest(`${id} ${said}`).slice(0, 32)}`,
      base: input.version ?? null,
      clientId: input.hand ?? "",
      digest: said,
      draft,
      media: [...new Set(input.media_ids)],
      most: DRAFT_LIMIT,
      looseUntil: now + UNATTACHED_MS,
    },
    DraftRow,
  );
  return row ? toDraft(row) : null;
}

/** Deletes one's own draft; idempotent. */
export async function deleteDraft(personId: string, id: string): Promise<void> {
  await write("drafts/delete", { key: `${personId} ${id}`, looseUntil: Date.now() + UNATTACHED_MS }, IdRow);
}
