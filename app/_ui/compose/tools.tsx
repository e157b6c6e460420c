"use client";

import { Image as ImageIcon, Smile, TriangleAlert } from "lucide-react";
import { lazy, Suspense, useRef, useState, type ComponentProps } from "react";
import { LanguageChip } from "@/app/_ui/compose/language";
import type { Composing } from "@/app/_ui/compose/use-composer";
import { cx } from "@/app/_ui/cx";
import { Popover } from "@/app/_ui/popover";
import { FORMATS } from "@/lib/media/rules";

const EmojiPicker = lazy(() => import("@/app/_ui/emoji/picker").then((module) => ({ default: module.EmojiPicker })));

/** Pictures, emoji, content note and language. */
export function Tools({ composing }: { composing: Composing }) {
  const { writing, change, attach } = composing;
  const files = useRef<HTMLInputElement>(null);
  const smile = useRef<HTMLButtonElement>(null);
  const [emoji, setEmoji] = useState(false);
  if (!writing) return null;
  const noted = writing.spoiler !== null;
  return (
    <>
      <Tool label="Add pictures" disabled={writing.pictures.length >= 4} onClick={() => files.current?.click()}>
        <ImageIcon className="size-5.5" aria-hidden="true" />
      </Tool>
      <input
        ref={files}
        type="file"
        accept={FORMATS.join(",")}
        multiple
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          attach([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
      <Tool label="Add emoji" innerRef={smile} aria-haspopup="dialog" onClick={() => setEmoji(true)}>
        <Smile className="size-5.5" aria-hidden="true" />
      </Tool>
      {emoji && (
        <Popover anchor={smile} closed={() => setEmoji(false)} role="dialog" label="Emoji">
          <Suspense>
            <EmojiPicker
              pick={(picked) => {
                change({ text: inserted(writing.text, picked, smile.current?.form?.querySelector("textarea")) });
                setEmoji(false);
              }}
            />
          </Suspense>
        </Popover>
      )}
      <Tool label="Content note" aria-pressed={noted} onClick={() => change({ spoiler: noted ? null : "" })}>
        <TriangleAlert className="size-5.5" aria-hidden="true" />
      </Tool>
      <LanguageChip composing={composing} />
    </>
  );
}

function Tool({
  label,
  innerRef,
  ...rest
}: ComponentProps<"button"> & { label: string; innerRef?: React.Ref<HTMLButtonElement> }) {
  return (
    <button
      ref={innerRef}
      type="button"
      aria-label={label}
      title={label}
      className={cx(
        "grid size-11 place-items-center rounded-pill text-accent-mark hover:bg-accent-soft disabled:text-ink-3",
        rest["aria-pressed"] === true && "bg-accent-soft",
      )}
      {...rest}
    />
  );
}

/** The text with an emoji where its field's caret was. */
function inserted(text: string, emoji: string, field: HTMLTextAreaElement | null | undefined): string {
  const { selectionStart: from, selectionEnd: to } = field ?? {
    selectionStart: text.length,
    selectionEnd: text.length,
  };
  return text.slice(0, from) + emoji + text.slice(to);
}
