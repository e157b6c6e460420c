"use client";

import { useCallback } from "react";
import { send } from "@/app/_ui/api";
import { pend } from "@/app/_ui/bark/store";
import { mediaIds, sendKey, type Audience, type Writing } from "@/app/_ui/compose/model";
import { becomeDraftAgain, forgetDraft, mark } from "@/app/_ui/drafts";
import { tell } from "@/app/_ui/square";
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
    (writing, how) => {
      mark(writing.id, { sending: true });
      const done = writing.edits === null ? bark(writing, how, viewer) : edit(writing, writing.edits);
      void done.then((trouble) => {
        if (trouble === null) return forgetDraft(writing.id, true);
        becomeDraftAgain(writing.id);
        say(`Could not send. It is in your drafts. ${trouble}`);
      });
    },
    [say, viewer],
  );
}

/** @returns null, or why it failed in one sentence */
async function bark(writing: Writing, how: How, author: Viewer): Promise<string | null> {
  const key = sendKey(writing);
  const { text, sensitive, replyTo, quotes } = writing;
  const spoiler = writing.spoiler?.trim() ?? "";
  const seen = { key, author, text, sensitive, spoiler, pictures: shown(writing) };
  tell({
    type: "sending",
    ...seen,
    quote: quotes === null ? null : how.subject,
    replyTo: replyTo === null ? null : how.subject,
  });
  const undescribed = await describe(writing);
  if (undescribed !== null) {
    tell({ type: "unsent", key });
    return undescribed;
  }
  const outcome = await send<Status>("/api/v1/statuses", {
    method: "POST",
    json: {
      status: text,
      spoiler_text: spoiler,
      sensitive,
      visibility: how.audience,
      language: how.language,
      media_ids: mediaIds(writing),
      in_reply_to_id: replyTo,
      quoted_status_id: quotes,
    },
    idempotencyKey: key,
    keepalive: true,
  });
  tell(outcome.ok ? { type: "sent", key, status: outcome.value } : { type: "unsent", key });
  return outcome.ok ? null : outcome.sentence;
}

/** @returns null, or why it failed in one sentence */
async function edit(writing: Writing, id: string): Promise<string | null> {
  const { text, sensitive } = writing;
  const spoiler_text = writing.spoiler?.trim() ?? "";
  const media_attachments = shown(writing);
  const edited_at = new Date().toISOString();
  pend(id, "edit", (before) => ({
    ...before,
    text: text.trim(),
    spoiler_text,
    sensitive,
    media_attachments,
    edited_at,
  }));
  const outcome = await send<Status>(`/api/v1/statuses/${id}`, {
    method: "PUT",
    json: {
      status: text,
      spoiler_text,
      sensitive,
      language: writing.language ?? undefined,
      media_ids: mediaIds(writing),
      media_attributes: media_attachments.map((media) => ({ id: media.id, description: media.description })),
    },
    keepalive: true,
  });
  if (outcome.ok) tell({ type: "edited", status: outcome.value });
  pend(id, "edit", null);
  return outcome.ok ? null : outcome.sentence;
}

/** Its pictures with their words as they were typed. */
function shown({ pictures }: Writing): MediaAttachment[] {
  return pictures.flatMap(({ media, alt }) => (media ? [{ ...media, description: alt.trim() || null }] : []));
}

/** Tells the server the words of pictures that it does not have yet: once a bark shows them it is too late. */
async function describe({ pictures }: Writing): Promise<string | null> {
  for (const { media, alt } of pictures) {
    if (!media || alt.trim() === (media.description ?? "")) continue;
    const outcome = await send(`/api/v1/media/${media.id}`, { method: "PUT", json: { description: alt.trim() } });
    if (!outcome.ok) return outcome.sentence;
  }
  return null;
}
