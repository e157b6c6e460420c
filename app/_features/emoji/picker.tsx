"use client";

import { defaultEmojiDataResolver, EmojiPicker as Parts, useSkinTone, type EmojiDataResolver } from "frimousse";
import { Search } from "lucide-react";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { EMOJI_ADDRESS } from "@/app/_features/emoji/address";
import { keptTone, keepTone, recentEmoji, rememberEmoji, toneOf } from "@/app/_features/emoji/recent";
import { emoji as words } from "@/app/_words/emoji";

const COLUMNS = 8;

/** A category, by an emoji of it, and how many rows and categories are above it. */
interface Part {
  label: string;
  sign: string;
  rows: number;
  above: number;
}

/**
 * All emoji: recently used ones, then by category, with search and skin tones. Arrows move, Enter chooses. What is picked
 * is remembered for here and for reactions. The data comes from this server.
 */
export function EmojiPicker({ pick }: { pick: (emoji: string) => void }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<Part[]>([]);
  const [searching, setSearching] = useState(false);
  const [recent] = useState(() => recentEmoji().slice(0, COLUMNS));
  useEffect(() => box.current?.querySelector("input")?.focus({ preventScroll: true }), []);
  const resolve = useCallback<EmojiDataResolver>(async (locale, options) => {
    const data = await defaultEmojiDataResolver(locale, options);
    let rows = 0;
    setParts(
      data.categories.map(({ index, label }, above) => {
        const those = data.emojis.filter(({ category }) => category === index);
        const part = { label, sign: those[0]?.emoji ?? "", rows, above };
        rows += Math.ceil(those.length / COLUMNS);
        return part;
      }),
    );
    return data;
  }, []);
  const choose = (chosen: string) => {
    rememberEmoji(chosen);
    pick(chosen);
  };
  const jump = ({ rows, above }: Part) => {
    const view = box.current?.querySelector("[frimousse-viewport]");
    if (!view) return;
    const sizes = getComputedStyle(view);
    const sizeOf = (name: string) => Number.parseFloat(sizes.getPropertyValue(name)) || 0;
    view.scrollTop = rows * sizeOf("--frimousse-row-height") + above * sizeOf("--frimousse-category-header-height");
  };
  return (
    <Parts.Root
      ref={box}
      emojibaseUrl={EMOJI_ADDRESS}
      resolveEmojiData={resolve}
      columns={COLUMNS}
      skinTone={toneOf(keptTone())}
      onEmojiSelect={({ emoji }) => choose(emoji)}
      className="flex h-100 max-h-[70dvh] w-[22.5rem] max-w-[calc(100vw-1.75rem)] flex-col"
    >
      <div className="mx-1 mt-1 flex gap-1">
        <label
          htmlFor={id}
          className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-pill bg-sunken px-3.5 text-ink-3"
        >
          <Search className="size-4.5 flex-none" aria-hidden="true" />
          <span className="sr-only">{words.search}</span>
          <Parts.Search
            id={id}
            placeholder={words.search}
            onChange={({ target }) => setSearching(target.value !== "")}
            className="min-w-0 flex-1 appearance-none bg-transparent text-ink outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
          />
        </label>
        <SkinTones />
      </div>
      <div className="flex-none" hidden={searching}>
        {recent.length > 0 && (
          <div role="group" aria-label={words.recent}>
            <div aria-hidden="true" className="px-2 pt-2 pb-1 text-meta font-bold text-ink-2">
              {words.recent}
            </div>
            <div className="flex px-0.5">
              {recent.map((emoji) => (
                <button key={emoji} type="button" aria-label={emoji} onClick={() => choose(emoji)} className={CELL}>
                  {emoji}
                </button>
              ))}
            </div>
          </div>
        )}
        <div role="group" aria-label={words.categories} className="mt-1 flex border-b border-line px-0.5">
          {parts.map((part) => (
            <button
              key={part.label}
              type="button"
              aria-label={part.label}
              title={part.label}
              onClick={() => jump(part)}
              className="plain grid min-h-9 min-w-0 flex-1 place-items-center rounded-field text-base leading-none grayscale hover:bg-sunken hover:grayscale-0 focus-visible:grayscale-0"
            >
              {part.sign}
            </button>
          ))}
        </div>
      </div>
      <Parts.Viewport className="relative mt-1 flex-1 outline-none">
        <Parts.Loading className="late absolute inset-0 grid place-items-center text-label text-ink-3">
          {words.loading}
        </Parts.Loading>
        <Parts.Empty className="absolute inset-0 grid place-items-center px-6 text-center text-label text-ink-3">
          {({ search }) => words.nothing(search)}
        </Parts.Empty>
        <Parts.List className="pb-1 select-none" components={{ CategoryHeader, Row, Emoji }} />
      </Parts.Viewport>
    </Parts.Root>
  );
}

/** The skin tone of people and hands, as a list of hands; kept on this device. */
function SkinTones() {
  const [tone, setTone, hands] = useSkinTone("✋");
  return (
    <select
      aria-label={words.tone}
      value={tone}
      onChange={({ target }) => {
        const chosen = toneOf(target.value);
        setTone(chosen);
        keepTone(chosen);
      }}
      className="min-h-11 w-14 flex-none appearance-none rounded-pill bg-sunken text-center text-large"
    >
      {hands.map(({ skinTone, emoji }) => (
        <option key={skinTone} value={skinTone} aria-label={words.tones[skinTone]}>
          {emoji}
        </option>
      ))}
    </select>
  );
}

const CELL =
  "grid size-[min(2.75rem,11.5vw)] place-items-center rounded-field text-large leading-none hover:bg-sunken data-active:bg-sunken";

const CategoryHeader: Heading = ({ category, ...rest }) => (
  <div className="bg-raised px-2 pt-2 pb-1 text-meta font-bold text-ink-2" {...rest}>
    {category.label}
  </div>
);

const Row: Line = ({ children, ...rest }) => (
  <div className="flex scroll-my-1 px-0.5" {...rest}>
    {children}
  </div>
);

const Emoji: Cell = ({ emoji, ...rest }) => (
  <button type="button" className={CELL} {...rest}>
    {emoji.emoji}
  </button>
);

type Components = NonNullable<React.ComponentProps<typeof Parts.List>["components"]>;
type Heading = NonNullable<Components["CategoryHeader"]>;
type Line = NonNullable<Components["Row"]>;
type Cell = NonNullable<Components["Emoji"]>;
