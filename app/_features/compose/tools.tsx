"use client";

import { CalendarClock, ChartBarBig, Smile, TriangleAlert } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { LanguageChip } from "@/app/_features/compose/language";
import { PickPictures } from "@/app/_features/compose/pick-pictures";
import { Tool } from "@/app/_features/compose/tool";
import type { Composing } from "@/app/_features/compose/use-composer";
import { MAX_PICTURES, NEW_POLL } from "@/app/_client/drafts/model";
import { firstTime } from "@/app/_client/drafts/schedule";
import { polls } from "@/app/_words/polls";
import { scheduling } from "@/app/_words/scheduling";
import { compose as words } from "@/app/_words/compose";
import { Popover } from "@/app/_ui/popover";
import { useToast } from "@/app/_ui/toast";

const EmojiPicker = lazy(() =>
  import("@/app/_features/emoji/picker").then((module) => ({ default: module.EmojiPicker })),
);

/** Pictures, emoji, content note, poll, time and language. */
export function Tools({ composing }: { composing: Composing }) {
  const { writing, change, attach, parts } = composing;
  const say = useToast();
  const smile = useRef<HTMLButtonElement>(null);
  const [emoji, setEmoji] = useState(false);
  if (!writing) return null;
  const noted = writing.spoiler !== null;
  return (
    <>
      <PickPictures
        attach={attach}
        full={writing.pictures.length >= MAX_PICTURES}
        refusal={writing.poll ? polls.notBoth : null}
      />
      <Tool label={words.addEmoji} innerRef={smile} aria-haspopup="dialog" onClick={() => setEmoji(true)}>
        <Smile className="size-5.5" aria-hidden="true" />
      </Tool>
      {emoji && (
        <Popover anchor={smile} closed={() => setEmoji(false)} role="dialog" label={words.emoji}>
          <Suspense>
            <EmojiPicker
              pick={(picked) => {
                change({ text: inserted(writing.text, picked, fieldOf(smile.current?.form, writing.id)) });
                setEmoji(false);
              }}
            />
          </Suspense>
        </Popover>
      )}
      <Tool label={words.note} aria-pressed={noted} onClick={() => change({ spoiler: noted ? null : "" })}>
        <TriangleAlert className="size-5.5" aria-hidden="true" />
      </Tool>
      {writing.edits === null && (
        <>
          <Tool
            label={polls.add}
            aria-pressed={Boolean(writing.poll)}
            onClick={() => {
              if (!writing.poll && writing.pictures.length > 0) return say(polls.notBoth);
              change({ poll: writing.poll ? null : NEW_POLL });
            }}
          >
            <ChartBarBig className="size-5.5" aria-hidden="true" />
          </Tool>
          {parts.length === 0 && !writing.thread && (
            <Tool
              label={scheduling.chooseTime}
              aria-pressed={Boolean(writing.dueAt)}
              onClick={() => change({ dueAt: writing.dueAt ? null : firstTime() })}
            >
              <CalendarClock className="size-5.5" aria-hidden="true" />
            </Tool>
          )}
        </>
      )}
      <LanguageChip composing={composing} />
    </>
  );
}

/** The field of a draft's text: a thread has several. */
function fieldOf(form: HTMLFormElement | null | undefined, part: string): HTMLTextAreaElement | null | undefined {
  const fields = [...(form?.querySelectorAll("textarea") ?? [])];
  return fields.find((field) => field.dataset["part"] === part) ?? fields[0];
}

/** The text with an emoji inserted at the caret. */
function inserted(text: string, emoji: string, field: HTMLTextAreaElement | null | undefined): string {
  const { selectionStart: from, selectionEnd: to } = field ?? {
    selectionStart: text.length,
    selectionEnd: text.length,
  };
  return text.slice(0, from) + emoji + text.slice(to);
}
