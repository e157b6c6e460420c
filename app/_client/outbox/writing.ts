import type { Outcome } from "@/app/_client/api";
import { setOptimistic } from "@/app/_client/bark-store";
import type { LocalDraft } from "@/app/_client/drafts/model";
import { draftById, ingestDrafts, removeDraft, restoreDraft } from "@/app/_client/drafts/store";
import { emit } from "@/app/_client/events";
import { mutationKey, optimisticChange, type WritingMutation } from "@/app/_client/outbox/mutations";
import type { Status } from "@/lib/barks/schema";

/** Shows a bark on its way at the top of lists, and an edit in its place. `again`: it was shown before this page came. */
export function showWriting(mutation: WritingMutation, again = false): void {
  if (mutation.kind === "bark") return emit({ type: "sending", ...mutation.sending, again });
  const changed = optimisticChange(mutation);
  if (changed) setOptimistic(changed.id, mutationKey(mutation), changed.change);
}

/**
 * What the server accepted is no draft any more; what it refused is one again.
 * @returns what to tell its author if it was refused; else null
 */
export function settleWriting(mutation: WritingMutation, outcome: Outcome<Status>, latest: boolean): string | null {
  const { writing } = mutation;
  if (mutation.kind === "bark") {
    const { key } = mutation.sending;
    emit(outcome.ok ? { type: "sent", key, status: outcome.value } : { type: "unsent", key });
  } else {
    if (outcome.ok) emit({ type: "edited", status: outcome.value });
    if (latest) setOptimistic(mutation.id, mutationKey(mutation), null);
  }
  if (outcome.ok) {
    removeDraft(writing.id, true);
    return null;
  }
  keepAsDraft(writing);
  return `Could not send. It is in your drafts. ${outcome.sentence}`;
}

/** What was to be sent is a draft again. */
export function keepAsDraft(writing: LocalDraft): void {
  if (!draftById(writing.id)) ingestDrafts([writing]);
  restoreDraft(writing.id);
}
