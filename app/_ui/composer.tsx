"use client";

import { useEffect, useId, useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { loadDraft, saveDraft } from "@/app/_ui/drafts";
import { Ring } from "@/app/_ui/ring";
import { useSendBark } from "@/app/_ui/send-bark";
import { barkLength, BARK_LIMIT, excessIndex, isVisible } from "@/lib/text/length";
import type { Viewer } from "@/lib/auth/schema";

interface ComposerProps {
  viewer: Viewer;
  /** The bark is on its way. */
  onSent?: () => void;
}

/** Where a bark is written. What is typed is kept on this device until it is barked. */
export function Composer({ viewer, onSent }: ComposerProps) {
  const [text, setText] = useState("");
  const helpId = useId();
  const sendBark = useSendBark(viewer);
  useEffect(() => setText(loadDraft()), []);

  const length = barkLength(text);
  const ready = isVisible(text) && length <= BARK_LIMIT;
  const write = (next: string) => {
    setText(next);
    saveDraft(next);
  };
  const send = () => {
    if (!ready) return;
    sendBark(text);
    write("");
    onSent?.();
  };

  return (
    <form
      className="grid grid-cols-[2.75rem_minmax(0,1fr)_auto] gap-x-3 px-4 py-3 desk:px-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Avatar src={viewer.avatar} />
      <div className={cx("grid pt-2.5", text !== "" && "col-span-2")}>
        <Mirror text={text} />
        <textarea
          value={text}
          rows={1}
          data-first
          placeholder="What is going on in town?"
          aria-label="What is going on in town?"
          aria-describedby={helpId}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
          }}
          className="col-start-1 row-start-1 resize-none overflow-hidden bg-transparent text-[1.125rem] leading-6.5 text-ink outline-none placeholder:text-ink-3"
        />
      </div>
      <div
        className={cx(
          "flex flex-wrap items-center justify-end gap-3",
          text === "" ? "col-start-3" : "col-span-2 col-start-2 mt-2",
        )}
      >
        <span id={helpId} className={text === "" ? "sr-only" : "mr-auto text-meta text-ink-3"}>
          {text === "" ? "" : "Draft saved"}
        </span>
        {text !== "" && <Ring length={length} />}
        <Button type="submit" disabled={!ready}>
          Bark
        </Button>
      </div>
    </form>
  );
}

/** The same text behind the field: it makes the field as high as its words, and marks what is too much. */
function Mirror({ text }: { text: string }) {
  const excess = excessIndex(text);
  return (
    <div
      aria-hidden="true"
      className="invisible col-start-1 row-start-1 min-h-6.5 text-[1.125rem] leading-6.5 break-words whitespace-pre-wrap"
    >
      {excess === null ? text : text.slice(0, excess)}
      {excess !== null && (
        <mark className="visible rounded-tag bg-danger-soft text-transparent">{text.slice(excess)}</mark>
      )}
      {"\u200b"}
    </div>
  );
}
