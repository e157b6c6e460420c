import { Clock } from "lucide-react";
import { Avatar } from "@/app/_ui/avatar";
import type { Viewer } from "@/lib/auth/schema";

/** One's own bark on its way: it stands where it will be. */
export function SendingCard({ text, author }: { text: string; author: Viewer }) {
  return (
    <article
      aria-label={`${author.name}, sending`}
      className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-3 border-b border-line px-4 pt-3 pb-3 desk:px-5"
    >
      <Avatar src={author.avatar} />
      <div className="min-w-0">
        <p className="flex items-baseline gap-1.5 text-label leading-[1.375rem]">
          <b className="truncate">{author.name}</b>
          <span className="truncate text-[.875rem] text-ink-3">@{author.handle} · sending</span>
        </p>
        <p className="break-words whitespace-pre-line">{text.trim()}</p>
        <p className="late mt-1 flex items-center gap-1.5 text-meta text-ink-3">
          <Clock className="size-4" aria-hidden="true" /> On its way
        </p>
      </div>
    </article>
  );
}
