"use client";

import { ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { ui } from "@/app/_words/ui";
import type { Status } from "@/lib/barks/schema";

const ANNOUNCE_MS = 60_000;

interface PillProps {
  waiting: Pick<Status, "account">[];
  show: () => void;
  /** What waits. */
  kind?: keyof typeof ui.fresh;
  /** The whole label, where it is not a number. */
  words?: string;
}

/** "5 new barks": new items wait here until the reader asks for them. */
export function Pill({ waiting, show, kind = "barks", words: said }: PillProps) {
  const faces = [...new Map(waiting.map(({ account }) => [account.id, account])).values()].slice(0, 3);
  const words = said ?? ui.fresh[kind](waiting.length);
  return (
    <>
      <Announcement words={waiting.length > 0 ? words : ""} />
      {waiting.length > 0 && (
        <button
          type="button"
          data-show-new
          onClick={show}
          className="fixed bottom-[calc(var(--bar-bottom)+env(safe-area-inset-bottom)+1.5rem)] inset-s-4 z-(--z-pill) inline-flex min-h-[44px] max-w-[calc(100vw-60px-3rem)] items-center gap-[8px] rounded-pill bg-ink py-1.5 pe-[16px] ps-[8px] text-[min(.875rem,4.2vw)] font-bold whitespace-nowrap text-paper shadow-e2 tablet:bottom-6 tablet:inset-x-0 tablet:mx-auto tablet:w-fit tablet:max-w-none"
        >
          <span className="inline-flex flex-none">
            {faces.map((account, index) => (
              <Avatar
                key={account.id}
                src={account.avatar}
                size={20}
                className={cx("size-[20px]! ring-2 ring-ink", index > 0 && "-ms-[6px]")}
              />
            ))}
          </span>
          <span className="min-w-0 truncate">{words}</span>
          <ArrowUp className="size-[16px] flex-none" aria-hidden="true" />
        </button>
      )}
    </>
  );
}

/** Announces new barks to screen readers, politely and at most once a minute. */
function Announcement({ words }: { words: string }) {
  const [said, setSaid] = useState("");
  const last = useRef(0);
  useEffect(() => {
    if (words === "" || Date.now() - last.current < ANNOUNCE_MS) return;
    last.current = Date.now();
    setSaid(words);
  }, [words]);
  return (
    <span className="sr-only" aria-live="polite">
      {said}
    </span>
  );
}
