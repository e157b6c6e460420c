import { isHeld, type Outcome } from "@/app/_client/api";
import { setOptimistic } from "@/app/_client/bark-store";
import type { LocalDraft } from "@/app/_client/drafts/model";
import { continueThread, draftById, ingestDrafts, removeDraft, restoreDraft } from "@/app/_client/drafts/store";
import { emit } from "@/app/_client/events";
import { mutationKey, optimisticChange, type WritingMutation } from "@/app/_client/outbox/mutations";
import type { Status } from "@/lib/barks/schema";
import { failures } from "@/app/_words/failures";

/** Shows a new bark at the top of lists, and an edit in place. `again`: it was shown before this page was opened. */
export function showWriting(mutation: WritingMutation, again = false): void {
  if (mutation.kind === "bark") return emit({ type: "sending", ...mutation.sending, again });
  const changed = optimisticChange(mutation);
  if (changed) setOptimistic(changed.id, mutationKey(mutation), changed.change);
}

/**
 * Deletes the draft of what the server accepted or holds for the people who run the town, and restores the draft of what it
 * rejected.
 * @returns the message for its author if it was rejected or is held; else null
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
    continueThread(writing, outcome.value.id);
    removeDraft(writing.id, true);
    return null;
  }
  if (isHeld(outcome)) {
    removeDraft(writing.id, true);
    return outcome.sentence;
  }
  keepAsDraft(writing);
  return failures.notSent(outcome.sentence);
}

/** Restores the draft of something that was to be sent. */
export function keepAsDraft(writing: LocalDraft): void {
  if (!draftById(writing.id)) ingestDrafts([writing]);
  restoreDraft(writing.id);
}
