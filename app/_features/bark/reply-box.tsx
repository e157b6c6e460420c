"use client";

import { Avatar } from "@/app/_ui/avatar";
import { useCompose } from "@/app/_features/compose/provider";
import { bark as words } from "@/app/_words/bark";
import { isolated } from "@/lib/text/isolate";
import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";

/** "Reply to Fern…": at the bottom of a phone's screen, under the bark elsewhere. Opens the composer. */
export function ReplyBox({ to, viewer }: { to: Status; viewer: Viewer }) {
  const compose = useCompose();
  return (
    <div className="reply-box z-(--z-bar) flex items-center gap-3 border-line bg-surface px-(--bark-x) py-2.5 max-tablet:fixed max-tablet:inset-x-0 max-tablet:bottom-0 max-tablet:border-t max-tablet:pb-[calc(.625rem+env(safe-area-inset-bottom))] tablet:border-b">
      <Avatar src={viewer.avatar} size={40} />
      <button
        type="button"
        onClick={() => compose?.({ kind: "reply", to })}
        className="min-h-12 min-w-0 flex-1 truncate rounded-pill bg-sunken px-4 text-start text-body text-ink-3"
      >
        {words.replyBox(isolated(to.account.display_name))}
      </button>
    </div>
  );
}
