"use client";

import { Plus } from "lucide-react";
import { lazy, Suspense, useState, type RefObject } from "react";
import { ReactionChip } from "@/app/_features/emoji/reaction-chip";
import { cx } from "@/app/_ui/cx";
import { quickRow, recentEmoji, rememberEmoji } from "@/app/_features/emoji/recent";
import { Popover } from "@/app/_ui/popover";
import { emoji as words } from "@/app/_words/emoji";
import type { Status } from "@/lib/barks/schema";

// Loaded when somebody wants more than the first six.
const EmojiPicker = lazy(() =>
  import("@/app/_features/emoji/picker").then((module) => ({ default: module.EmojiPicker })),
);

const QUICK = 6;

interface ReactPanelProps {
  anchor: RefObject<HTMLElement | null>;
  closed: () => void;
  /** The viewer's own reactions. */
  given: Set<string>;
  /** What was given so far, where nothing beside the button shows it. */
  reactions?: Status["emoji_reactions"] | undefined;
  pick: (emoji: string, on: boolean) => void;
}

/** Six emoji, and all others behind a plus. */
export function ReactPanel({ anchor, closed, given, reactions, pick }: ReactPanelProps) {
  const [all, setAll] = useState(false);
  const choose = (emoji: string) => {
    if (!given.has(emoji)) rememberEmoji(emoji);
    pick(emoji, !given.has(emoji));
    closed();
  };
  return (
    <Popover anchor={anchor} closed={closed} role="dialog" label={words.react}>
      {reactions && reactions.length > 0 && !all && (
        <div
          role="group"
          aria-label={words.reactions}
          className="flex max-w-77 flex-wrap gap-x-1.5 gap-y-2.5 px-1 pt-1.5 pb-2.5"
        >
          {reactions.map(({ name, count, me }) => (
            <ReactionChip key={name} name={name} count={count} me={me} press={() => choose(name)} />
          ))}
        </div>
      )}
      {all ? (
        <Suspense fallback={<p className="late p-6 text-center text-label text-ink-3">{words.loading}</p>}>
          <EmojiPicker pick={choose} />
        </Suspense>
      ) : (
        <div className="flex">
          {quickRow(recentEmoji(), QUICK).map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-label={emoji}
              aria-pressed={given.has(emoji)}
              onClick={() => choose(emoji)}
              className={cx(
                "grid size-11 place-items-center rounded-field text-large leading-none hover:bg-sunken",
                given.has(emoji) && "bg-accent-soft shadow-chosen",
              )}
            >
              {emoji}
            </button>
          ))}
          <button
            type="button"
            aria-label={words.all}
            onClick={() => setAll(true)}
            className="grid size-11 place-items-center rounded-field text-ink-2 hover:bg-sunken"
          >
            <Plus className="size-5" aria-hidden="true" />
          </button>
        </div>
      )}
    </Popover>
  );
}
