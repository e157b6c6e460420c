"use client";

import { useCallback } from "react";
import { send, type Outcome } from "@/app/_ui/api";
import { pend } from "@/app/_ui/bark/store";
import { mediaIds, sendKey, type Audience, type Writing } from "@/app/_ui/compose/model";
import { becomeDraftAgain, forgetDraft, mark } from "@/app/_ui/drafts";
import { tell, type Sending } from "@/app/_ui/square";
import { useToast } from "@/app/_ui/toast";
import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";
import type { MediaAttachment } from "@/lib/media/schema";

interface How {
  /** The bark that it answers, quotes or changes. */
  subject: Status | null;
  audience: Audience;
  language: string | null;
}

/**
 * Barks at once for the eyes, and takes it back with a word if it fails; then it is a draft again. What changes a bark
 * shows at once in its place.
 */
export function useSendBark(viewer: Viewer): (writing: Writing, how: How) => void {
  const say = useToast();
  return useCallback(
    (writing, { subject, ...chosen }) => {
      const whole = { ...writing, ...chosen };
      mark(writing.id, { ...chosen, sending: true });
      if (writing.edits === null) tell({ type: "sending", ...shownAs(whole, subject, viewer) });
      void deliver(whole).then((trouble) => trouble !== null && say(trouble));
    },
    [say, viewer],
  );
}

/**
 * Brings to the server what is to be sent; doing so twice is doing it once. Then it is no draft any more, or one again.
 * @returns null, or what to say when it failed
 */
export async function deliver(writing: Writing): Promise<string | null> {
  const outcome = writing.edits === null ? await bark(writing) : await edit(writing, writing.edits);
  if (outcome.ok) {
    forgetDraft(writing.id, true);
    return null;
  }
  becomeDraftAgain(writing.id);
  const why = outcome.status === 0 ? "You seem to be offline." : outcome.sentence;
  return `Could not send. It is in your drafts. ${why}`;
}

async function bark(writing: Writing): Promise<Outcome<unknown>> {
  const key = sendKey(writing);
  const outcome = await describe(writing, () =>
    send<Status>("/api/v1/statuses", {
      method: "POST",
      json: {
        status: writing.text,
        spoiler_text: writing.spoiler?.trim() ?? "",
        sensitive: writing.sensitive,
        visibility: writing.audience,
        language: writing.language,
        media_ids: mediaIds(writing),
        in_reply_to_id: writing.replyTo,
        quoted_status_id: writing.quotes,
      },
      idempotencyKey: key,
      keepalive: true,
    }),
  );
  tell(outcome.ok ? { type: "sent", key, status: outcome.value } : { type: "unsent", key });
  return outcome;
}

async function edit(writing: Writing, id: string): Promise<Outcome<unknown>> {
  const { text, sensitive } = writing;
  const spoiler_text = writing.spoiler?.trim() ?? "";
  const media_attachments = pictures(writing);
  const edited_at = new Date().toISOString();
  const shown = { text: text.trim(), spoiler_text, sensitive, media_attachments, edited_at };
  pend(id, "edit", (before) => ({ ...before, ...shown }));
  const outcome = await send<Status>(`/api/v1/statuses/${id}`, {
    method: "PUT",
    json: {
      status: text,
      spoiler_text,
      sensitive,
      language: writing.language,
      media_ids: mediaIds(writing),
      media_attributes: media_attachments.map((media) => ({ id: media.id, description: media.description })),
    },
    keepalive: true,
  });
  if (outcome.ok) tell({ type: "edited", status: outcome.value });
  pend(id, "edit", null);
  return outcome;
}

/** What stands in the list until the server has it. */
function shownAs(writing: Writing, subject: Status | null, author: Viewer): Sending {
  const { text, sensitive, replyTo, quotes } = writing;
  const spoiler = writing.spoiler?.trim() ?? "";
  const about = { replyTo: replyTo === null ? null : subject, quote: quotes === null ? null : subject };
  return { key: sendKey(writing), author, text, sensitive, spoiler, pictures: pictures(writing), ...about };
}

/** Its pictures with their words as they were typed. */
function pictures(writing: Writing): MediaAttachment[] {
  return writing.pictures.flatMap(({ media, alt }) => (media ? [{ ...media, description: alt.trim() || null }] : []));
}

/** Tells the server the words of pictures that it does not have yet, and goes on: once a bark shows them it is too late. */
async function describe<T>(writing: Writing, next: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  for (const { media, alt } of writing.pictures) {
    if (!media || alt.trim() === (media.description ?? "")) continue;
    const description = alt.trim();
    const outcome = await send<MediaAttachment>(`/api/v1/media/${media.id}`, { method: "PUT", json: { description } });
    // 404: a bark shows it already, so this one was sent before.
    if (!outcome.ok && outcome.status !== 404) return outcome;
  }
  return next();
}
