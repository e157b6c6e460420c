"use client";

import { CircleSlash, CornerDownRight } from "lucide-react";
import { cx } from "@/app/_ui/cx";
import type { ThreadRow } from "@/app/_features/bark/thread-model";
import { bark as words } from "@/app/_words/bark";

/** The placeholder of missing barks of a conversation, with the reason. */
export function AbsentRow({ row }: { row: Extract<ThreadRow, { kind: "absent" }> }) {
  return (
    <p
      data-line={cx(row.up && "up", row.down && "down")}
      className={cx(
        "bark-card absent relative grid min-h-13 grid-cols-avatar items-center gap-x-3 px-(--bark-x) py-3 text-label text-ink-3",
        !row.down && "border-b border-line",
      )}
    >
      <CircleSlash className="size-4.5 justify-self-center" aria-hidden="true" />
      {row.reason === "deleted" ? words.absentDeleted(row.count) : words.absentHidden(row.count)}
    </p>
  );
}

/** "Show 3 more replies". */
export function MoreRow({ count, open }: { count: number; open: () => void }) {
  return (
    <button
      type="button"
      onClick={open}
      className="flex min-h-12 w-full items-center gap-3 border-b border-line px-(--bark-x) text-start text-label font-bold text-accent-text hover:bg-sunken/40 focus-visible:-outline-offset-2"
    >
      <CornerDownRight className="h-5 w-11 flex-none" aria-hidden="true" />
      {words.showReplies(count)}
    </button>
  );
}
