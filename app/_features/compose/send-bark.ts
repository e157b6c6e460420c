"use client";

import { useCallback } from "react";
import { sendKey, type ComposerAudience, type LocalDraft } from "@/app/_client/drafts/model";
import { mark } from "@/app/_client/drafts/store";
import type { Sending } from "@/app/_client/events";
import { mutationKey, shownPictures, type WritingMutation } from "@/app/_client/outbox/mutations";
import { optimistic, submit } from "@/app/_client/outbox/mutate";
import { settleWriting, showWriting } from "@/app/_client/outbox/writing";
import { useToast } from "@/app/_ui/toast";
import type { Viewer } from "@/lib/auth/schema";
import type { QuotePolicy, Status } from "@/lib/barks/schema";

interface How {
  /** The bark that it answers, quotes or edits. */
  subject: Status | null;
  audience: ComposerAudience;
  quotePolicy: QuotePolicy;
  language: string | null;
}

/**
 * Shows a bark or an edit at once and sends it in the background. What the server rejects is removed with a message and
 * becomes a draft again; without a connection it waits in place and is sent later.
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
 * Sends a bark or an edit; idempotent. Afterwards its draft is deleted or, after a failure, restored.
 * @returns the message for its author when it failed; null when it was sent or waits in the outbox
 */
export async function deliver(writing: LocalDraft, subject: Status | null, viewer: Viewer): Promise<string | null> {
  const mutation = mutationOf(writing, subject, viewer);
  let trouble: string | null = null;
  await optimistic(mutationKey(mutation), {
    show: () => showWriting(mutation),
    send: () => submit(mutation),
    settle: (outcome, latest) => {
      const away = !outcome.ok && outcome.status === 0;
      trouble = settleWriting(mutation, away ? { ...outcome, sentence: "You seem to be offline." } : outcome, latest);
    },
  });
  return trouble;
}

function mutationOf(writing: LocalDraft, subject: Status | null, viewer: Viewer): WritingMutation {
  if (writing.edits === null) return { kind: "bark", writing, sending: shownAs(writing, subject, viewer) };
  return { kind: "edit", id: writing.edits, writing, at: new Date().toISOString() };
}

/** The bark shown in the list until the server has it. */
function shownAs(writing: LocalDraft, subject: Status | null, author: Viewer): Sending {
  const { text, sensitive, replyTo, quotes } = writing;
  const spoiler = writing.spoiler?.trim() ?? "";
  const about = { replyTo: replyTo === null ? null : subject, quote: quotes === null ? null : subject };
  return { key: sendKey(writing), author, text, sensitive, spoiler, pictures: shownPictures(writing), ...about };
}
