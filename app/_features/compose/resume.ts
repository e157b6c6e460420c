import { beginSync } from "@/app/_client/drafts/sync";
import { threads, type LocalDraft } from "@/app/_client/drafts/model";
import { restoreDraft, draftById } from "@/app/_client/drafts/store";
import { queuedDrafts } from "@/app/_client/outbox/store";
import { deliver } from "@/app/_features/compose/send-bark";
import type { Viewer } from "@/lib/auth/schema";

/** Mutations with an unknown outcome are sent again if newer than this (ms); older ones become drafts. */
const RECENT_MS = 10 * 60_000;

/** After a crash, or a page that was closed too early: unfinished sending continues, and drafts are synchronised. */
export async function resume(
  interrupted: LocalDraft[],
  viewer: Viewer,
  say: (sentence: string) => void,
): Promise<void> {
  // Entries of the outbox are sent by the outbox.
  const held = interrupted.length === 0 ? new Set() : await queuedDrafts(viewer.id).catch(() => new Set<string>());
  for (const parts of threads(interrupted.filter(({ id }) => !held.has(id) && draftById(id)))) {
    if (parts.every(({ at }) => Date.now() - at > RECENT_MS) || isDetached(parts)) {
      for (const { id } of parts) restoreDraft(id);
    } else {
      const trouble = await deliver(parts, null, viewer);
      if (trouble !== null) say(trouble);
    }
  }
  beginSync();
}

/** Whether what the first of these parts of a thread answers is not known: it was not sent yet, or waits in the outbox. */
function isDetached([first]: LocalDraft[]): boolean {
  return first?.thread != null && first.replyTo === null;
}
