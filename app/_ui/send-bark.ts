"use client";

import { useCallback } from "react";
import { pend } from "@/app/_ui/bark/store";
import { sendKey, type Audience, type Writing } from "@/app/_ui/compose/model";
import { becomeDraftAgain, forgetDraft, mark } from "@/app/_ui/drafts";
import { changeOf, laneOf, shownPictures, type Deed } from "@/app/_ui/outbox/deeds";
import { bring } from "@/app/_ui/outbox/gate";
import { tell, type Sending } from "@/app/_ui/square";
import { useToast } from "@/app/_ui/toast";
import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";

interface How {
  /** The bark that it answers, quotes or changes. */
  subject: Status | null;
  audience: Audience;
  language: string | null;
}

/**
 * Barks at once for the eyes. What the server refuses is taken back with a word and is a draft again; without a
 * connection it waits in its place and goes out later. What changes a bark shows at once in its place.
 */
export function useSendBark(viewer: Viewer): (writing: Writing, how: How) => void {
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
export async function deliver(writing: Writing, subject: Status | null, viewer: Viewer): Promise<string | null> {
  const deed = deedOf(writing, subject, viewer);
  const changed = changeOf(deed);
  const lane = laneOf(deed);
  if (deed.kind === "bark") tell({ type: "sending", ...deed.sending });
  else if (changed) pend(changed.id, lane, changed.change);
  const outcome = await bring(deed);
  // The outbox shows it from now on.
  if (outcome === "waits") return null;
  if (deed.kind === "bark") {
    const { key } = deed.sending;
    tell(outcome.ok ? { type: "sent", key, status: outcome.value } : { type: "unsent", key });
  } else if (outcome.ok) tell({ type: "edited", status: outcome.value });
  if (changed) pend(changed.id, lane, null);
  if (outcome.ok) {
    forgetDraft(writing.id, true);
    return null;
  }
  becomeDraftAgain(writing.id);
  const why = outcome.status === 0 ? "You seem to be offline." : outcome.sentence;
  return `Could not send. It is in your drafts. ${why}`;
}

function deedOf(writing: Writing, subject: Status | null, viewer: Viewer): Extract<Deed, { writing: Writing }> {
  if (writing.edits === null) return { kind: "bark", writing, sending: shownAs(writing, subject, viewer) };
  return { kind: "edit", id: writing.edits, writing, at: new Date().toISOString() };
}

/** What stands in the list until the server has it. */
function shownAs(writing: Writing, subject: Status | null, author: Viewer): Sending {
  const { text, sensitive, replyTo, quotes } = writing;
  const spoiler = writing.spoiler?.trim() ?? "";
  const about = { replyTo: replyTo === null ? null : subject, quote: quotes === null ? null : subject };
  return { key: sendKey(writing), author, text, sensitive, spoiler, pictures: shownPictures(writing), ...about };
}
