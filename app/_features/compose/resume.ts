import { beginSync } from "@/app/_client/drafts/sync";
import type { LocalDraft } from "@/app/_client/drafts/model";
import { restoreDraft, draftById } from "@/app/_client/drafts/store";
import { queuedDrafts } from "@/app/_client/outbox/store";
import { deliver } from "@/app/_features/compose/send-bark";
import type { Viewer } from "@/lib/auth/schema";

/** What was sent this long ago and not heard of is sent again; older things are drafts for their writer to decide. */
const RECENT_MS = 10 * 60_000;

/** After a crash, or a page that was left too soon: what was on its way goes on, and drafts go to the server. */
export async function resume(
  interrupted: LocalDraft[],
  viewer: Viewer,
  say: (sentence: string) => void,
): Promise<void> {
  // What the outbox holds is its own to send.
  const held = interrupted.length === 0 ? new Set() : await queuedDrafts(viewer.id).catch(() => new Set<string>());
  for (const writing of interrupted.filter(({ id }) => !held.has(id) && draftById(id))) {
    if (Date.now() - writing.at > RECENT_MS) restoreDraft(writing.id);
    else {
      const trouble = await deliver(writing, null, viewer);
      if (trouble !== null) say(trouble);
    }
  }
  beginSync();
}
