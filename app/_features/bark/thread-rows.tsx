"use client";

import { CircleSlash, CornerDownRight } from "lucide-react";
import { cx } from "@/app/_ui/cx";
import type { ThreadRow } from "@/app/_features/bark/thread-model";
import { plural } from "@/app/_words/plural";

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
      {sentence(row)}
    </p>
  );
}

function sentence({ reason, count }: Extract<ThreadRow, { kind: "absent" }>): string {
  if (reason === "deleted") {
    return count === 1 ? "This bark was taken back by its author." : `${count} barks were taken back by their authors.`;
  }
  return count === 1 ? "This bark is not for you to see." : `${count} barks are not for you to see.`;
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
      Show {plural(count, { one: "# more reply", other: "# more replies" })}
    </button>
  );
}
