"use client";

import { usePathname } from "next/navigation";
import { createContext, use, type ReactNode } from "react";
import { ConversationList } from "@/app/_features/messages/list";
import { useVisibleHeight } from "@/app/_features/messages/use-visible-height";
import { cx } from "@/app/_ui/cx";
import type { Viewer } from "@/lib/auth/schema";
import { paths } from "@/lib/paths";

const ViewerContext = createContext<Viewer | null>(null);

/** The person whose messages are shown. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error("This part belongs inside MessagesShell.");
  return viewer;
}

/** The list of conversations and, beside it, what was opened from it; on phones one of the two. */
export function MessagesShell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const alone = usePathname() === paths.messages;
  useVisibleHeight();
  return (
    <ViewerContext value={viewer}>
      <div className="panes min-h-0 flex-1 desk:grid desk:grid-cols-[min(22rem,42%)_minmax(0,1fr)]">
        <div
          className={cx("min-w-0 desk:block desk:overflow-y-auto desk:border-e desk:border-line", !alone && "hidden")}
        >
          <ConversationList />
        </div>
        <div className={cx("h-full min-h-0 min-w-0 desk:block desk:overflow-y-auto", alone && "hidden")}>
          {children}
        </div>
      </div>
    </ViewerContext>
  );
}
