"use client";

import { EmojiPicker as Parts } from "frimousse";
import { Search } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { EMOJI_ADDRESS } from "@/app/_features/emoji/address";

/** All emoji by category, with search. Arrows move, Enter chooses. The data comes from this server. */
export function EmojiPicker({ pick }: { pick: (emoji: string) => void }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus({ preventScroll: true }), []);
  return (
    <Parts.Root
      ref={box}
      emojibaseUrl={EMOJI_ADDRESS}
      columns={8}
      onEmojiSelect={({ emoji }) => pick(emoji)}
      className="flex h-88 max-h-[60dvh] w-[22.5rem] max-w-[calc(100vw-1.75rem)] flex-col"
    >
      <label
        htmlFor={id}
        className="mx-1 mt-1 flex min-h-11 items-center gap-2 rounded-pill bg-sunken px-3.5 text-ink-3"
      >
        <Search className="size-4.5 flex-none" aria-hidden="true" />
        <span className="sr-only">Search emoji</span>
        <Parts.Search
          id={id}
          placeholder="Search emoji"
          className="min-w-0 flex-1 appearance-none bg-transparent text-ink outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
      </label>
      <Parts.Viewport className="relative mt-1 flex-1 outline-none">
        <Parts.Loading className="late absolute inset-0 grid place-items-center text-label text-ink-3">
          One moment
        </Parts.Loading>
        <Parts.Empty className="absolute inset-0 grid place-items-center px-6 text-center text-label text-ink-3">
          {({ search }) => <>Nothing for “{search}”. Try a simpler word.</>}
        </Parts.Empty>
        <Parts.List className="pb-1 select-none" components={{ CategoryHeader, Row, Emoji }} />
      </Parts.Viewport>
    </Parts.Root>
  );
}

const CategoryHeader: Heading = ({ category, ...rest }) => (
  <div className="bg-raised px-2 pt-2 pb-1 text-meta font-bold text-ink-2" {...rest}>
    {category.label}
  </div>
);

const Row: Line = ({ children, ...rest }) => (
  <div className="flex scroll-my-1 justify-between px-0.5" {...rest}>
    {children}
  </div>
);

const Emoji: Cell = ({ emoji, ...rest }) => (
  <button
    type="button"
    className="grid size-[min(2.75rem,11.5vw)] place-items-center rounded-field text-large leading-none data-active:bg-sunken"
    {...rest}
  >
    {emoji.emoji}
  </button>
);

type Components = NonNullable<React.ComponentProps<typeof Parts.List>["components"]>;
type Heading = NonNullable<Components["CategoryHeader"]>;
type Line = NonNullable<Components["Row"]>;
type Cell = NonNullable<Components["Emoji"]>;
