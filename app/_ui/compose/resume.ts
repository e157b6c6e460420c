import { beginSync } from "@/app/_ui/compose/sync";
import type { Writing } from "@/app/_ui/compose/model";
import { becomeDraftAgain } from "@/app/_ui/drafts";
import { deliver } from "@/app/_ui/send-bark";

/** What was sent this long ago and not heard of is sent again; older things are drafts for their writer to decide. */
const RECENT_MS = 10 * 60_000;

/** After a crash, or a page that was left too soon: what was on its way goes on, and drafts go to the server. */
export async function resume(interrupted: Writing[], say: (sentence: string) => void): Promise<void> {
  for (const writing of interrupted) {
    if (Date.now() - writing.at > RECENT_MS) becomeDraftAgain(writing.id);
    else {
      const trouble = await deliver(writing);
      if (trouble !== null) say(trouble);
    }
  }
  beginSync();
}
