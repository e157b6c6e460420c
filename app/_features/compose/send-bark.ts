"use client";

import { useCallback } from "react";
import { setOptimistic } from "@/app/_client/bark-store";
import { sendKey, type ComposerAudience, type LocalDraft } from "@/app/_client/drafts/model";
import { restoreDraft, removeDraft, mark } from "@/app/_client/drafts/store";
import { optimisticChange, mutationKey, shownPictures, type Mutation } from "@/app/_client/outbox/mutations";
import { submit } from "@/app/_client/outbox/submit";
import { emit, type Sending } from "@/app/_client/events";
import { useToast } from "@/app/_ui/toast";
import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";

interface How {
  /** The bark that it answers, quotes or changes. */
  subject: Status | null;
  audience: ComposerAudience;
  language: string | null;
}

/**
 * Barks at once for the eyes. What the server refuses is taken back with a word and is a draft again; without a
 * connection it waits in its place and goes out later. What changes a bark shows at once in its place.
 */
export function useSendBark(viewer: Viewer): (writing: LocalDraft, how: How) => void {
  const say = useToast();
  return useCallback(
    (writing, { subject, ...chosen }) => {
      const whole = { ...writing, ...chosen };
      mark(writing.id, { ...chosen, sending: true });
      void deliver(whole, subject, viewer).then((trouble) => trouble !== null && say(trouble));
    },
    [say, viewer],
  );
}

/**
 * Brings to the server what is to be sent; doing so twice is doing it once. Then it is no draft any more, or one again.
 * @returns null, or what to say when it failed
 */
export async function deliver(writing: LocalDraft, subject: Status | null, viewer: Viewer): Promise<string | null> {
  const deed = deedOf(writing, subject, viewer);
  const changed = optimisticChange(deed);
  const lane = mutationKey(deed);
  if (deed.kind === "bark") emit({ type: "sending", ...deed.sending });
  else if (changed) setOptimistic(changed.id, lane, changed.change);
  const outcome = await submit(deed);
  // The outbox shows it from now on.
  if (outcome === "waits") return null;
  if (deed.kind === "bark") {
    const { key } = deed.sending;
    emit(outcome.ok ? { type: "sent", key, status: outcome.value } : { type: "unsent", key });
  } else if (outcome.ok) emit({ type: "edited", status: outcome.value });
  if (changed) setOptimistic(changed.id, lane, null);
  if (outcome.ok) {
    removeDraft(writing.id, true);
    return null;
  }
  restoreDraft(writing.id);
  const why = outcome.status === 0 ? "You seem to be offline." : outcome.sentence;
  return `Could not send. It is in your drafts. ${why}`;
}

function deedOf(
  writing: LocalDraft,
  subject: Status | null,
  viewer: Viewer,
): Extract<Mutation, { writing: LocalDraft }> {
  if (writing.edits === null) return { kind: "bark", writing, sending: shownAs(writing, subject, viewer) };
  return { kind: "edit", id: writing.edits, writing, at: new Date().toISOString() };
}

/** What stands in the list until the server has it. */
function shownAs(writing: LocalDraft, subject: Status | null, author: Viewer): Sending {
  const { text, sensitive, replyTo, quotes } = writing;
  const spoiler = writing.spoiler?.trim() ?? "";
  const about = { replyTo: replyTo === null ? null : subject, quote: quotes === null ? null : subject };
  return { key: sendKey(writing), author, text, sensitive, spoiler, pictures: shownPictures(writing), ...about };
}
