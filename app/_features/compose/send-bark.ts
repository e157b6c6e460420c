"use client";

import { useCallback } from "react";
import { sendKey, type ComposerAudience, type LocalDraft } from "@/app/_client/drafts/model";
import { draftById, mark, restoreDraft } from "@/app/_client/drafts/store";
import type { Sending } from "@/app/_client/events";
import { isTimed } from "@/app/_features/compose/ready";
import { mutationKey, shownPictures, type WritingMutation } from "@/app/_client/outbox/mutations";
import { optimistic, submit } from "@/app/_client/outbox/mutate";
import { settleWriting, showWriting } from "@/app/_client/outbox/writing";
import { useToast } from "@/app/_ui/toast";
import { compose as words } from "@/app/_words/compose";
import { scheduling } from "@/app/_words/scheduling";
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
 * Shows a bark (or the parts of a thread) or an edit at once and sends it in the background. What the server rejects is
 * removed with a message and becomes a draft again; without a connection it waits in place and is sent later. What has a
 * time is scheduled.
 */
export function useSendBark(viewer: Viewer): (parts: LocalDraft[], how: How) => void {
  const say = useToast();
  return useCallback(
    (parts, { subject, language, ...chosen }) => {
      const whole = parts.map((part) => ({ ...part, ...chosen, language: part.language ?? language }));
      for (const part of whole) mark(part.id, { ...chosen, language: part.language, sending: true });
      void deliver(whole, subject, viewer).then((message) => message !== null && say(message));
    },
    [say, viewer],
  );
}

/** What became of a part of a thread: it waits in the outbox under a key, or why the next part may not be sent. */
type Fate = "sent" | "failed" | { waits: string };

/**
 * Sends an edit, or the parts of a thread in order, each as an answer to the one before, or schedules a bark; idempotent.
 * Afterwards the drafts are deleted. When one fails, it and those behind it are drafts again.
 * @returns the message for their author when it was scheduled or one failed; null when all were sent or wait in the outbox
 */
export async function deliver(parts: LocalDraft[], subject: Status | null, viewer: Viewer): Promise<string | null> {
  const timed = parts.find(isTimed);
  if (timed) return deliverLater(timed, subject, viewer);
  const troubles: string[] = [];
  let before: Promise<Fate> = Promise.resolve("sent");
  for (const [index, part] of parts.entries()) {
    before = deliverPart(mutationOf(part, index === 0 ? subject : null, viewer), before, (trouble) =>
      troubles.push(trouble),
    );
  }
  await before;
  return troubles[0] ?? null;
}

/** Without a connection, it is a draft again: the outbox might send it when its time is over. */
async function deliverLater(writing: LocalDraft, subject: Status | null, viewer: Viewer): Promise<string> {
  try {
    const { schedule } = await import("@/app/_client/drafts/schedule");
    const why = await schedule(writing, shownAs(writing, subject, viewer));
    return why === null ? scheduling.scheduled : scheduling.notScheduled(why);
  } catch {
    restoreDraft(writing.id);
    return scheduling.notScheduled(words.offline);
  }
}

async function deliverPart(
  mutation: WritingMutation,
  before: Promise<Fate>,
  fail: (trouble: string) => void,
): Promise<Fate> {
  let fate: Fate = "sent";
  await optimistic(mutationKey(mutation), {
    show: () => showWriting(mutation),
    send: async () => {
      const last = await before;
      if (last === "failed") return NOT_CONTINUED;
      const outcome = await submit(continuing(mutation, last));
      if (outcome === "waits") fate = { waits: mutationKey(mutation) };
      return outcome;
    },
    settle: (outcome, latest) => {
      if (!outcome.ok) fate = "failed";
      const away = !outcome.ok && outcome.status === 0;
      const trouble = settleWriting(
        mutation,
        away && outcome !== NOT_CONTINUED ? { ...outcome, sentence: words.offline } : outcome,
        latest,
      );
      if (trouble !== null) fail(trouble);
    },
  });
  return fate;
}

/** The outcome of what was not sent, because the part of its thread before it failed. */
const NOT_CONTINUED = { ok: false, status: 0, sentence: words.notContinued, fields: {} } as const;

/** A part of a thread as the answer to the part before it: one that was sent, or one that waits. */
function continuing(mutation: WritingMutation, last: Exclude<Fate, "failed">): WritingMutation {
  if (mutation.kind !== "bark" || !mutation.writing.thread) return mutation;
  const replyTo = draftById(mutation.writing.id)?.replyTo ?? mutation.writing.replyTo;
  if (replyTo === null && last !== "sent") return { ...mutation, after: last.waits };
  return { ...mutation, writing: { ...mutation.writing, replyTo } };
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
