"use client";

import { lazy, Suspense, useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import type { Combo } from "@/app/_features/compose/suggestions";
import { tokenAt } from "@/app/_features/compose/token";
import { excessIndex } from "@/lib/text/length";

const Suggestions = lazy(() => import("@/app/_features/compose/suggestions"));

interface TextFieldProps {
  text: string;
  label: string;
  helpId: string;
  language: string | undefined;
  change: (text: string) => void;
  send: () => void;
  paste: (files: File[]) => void;
  /** The id of the draft that it belongs to. */
  part?: string | undefined;
  /** Gets the focus when the window opens. */
  first?: boolean;
  /** Called when somebody is about to write. */
  wake?: () => void;
}

/** The field for a bark's text: it grows with the text, marks the excess, and suggests people and topics. */
export function TextField({ text, label, helpId, language, change, send, paste, part, first, wake }: TextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [combo, setCombo] = useState<Combo | null>(null);
  const token = caret === null ? null : tokenAt(text, caret);

  // After a chosen name was inserted, the caret is set behind it once the field has the new text.
  const goTo = useRef<number | null>(null);
  useEffect(() => {
    if (goTo.current === null) return;
    field.current?.setSelectionRange(goTo.current, goTo.current);
    goTo.current = null;
  });

  // A window that is loaded late takes the focus when it appears, with the caret at the end of the text.
  useEffect(() => {
    if (!first || !field.current || field.current === document.activeElement) return;
    field.current.focus();
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [first]);

  const look = ({ currentTarget: { selectionStart, selectionEnd } }: { currentTarget: HTMLTextAreaElement }) =>
    setCaret(selectionStart === selectionEnd ? selectionStart : null);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (combo?.press(event.key)) return event.preventDefault();
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
  };
  const take = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"));
    if (files.length === 0) return;
    event.preventDefault();
    paste(files);
  };
  return (
    <div className="relative grid min-w-0 grid-cols-1">
      <Mirror text={text} placeholder={label} innerRef={mirror} />
      <textarea
        ref={field}
        value={text}
        data-part={part}
        rows={1}
        dir="auto"
        lang={language}
        {...(first && { "data-first": "" })}
        placeholder={label}
        aria-label={label}
        aria-describedby={helpId}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={combo?.listId}
        aria-activedescendant={combo?.activeId}
        onChange={(event) => {
          change(event.target.value);
          look(event);
        }}
        onSelect={look}
        onKeyDown={press}
        onPaste={take}
        onFocus={wake}
        onBlur={() => setCaret(null)}
        className="col-start-1 row-start-1 resize-none overflow-hidden bg-transparent text-heading leading-6.5 text-inherit outline-none placeholder:text-ink-3"
      />
      {token && (
        <Suspense>
          <Suggestions
            token={token}
            mirror={mirror}
            tell={setCombo}
            choose={(next) => {
              goTo.current = next.caret;
              setCaret(null);
              change(next.text);
            }}
            text={text}
            close={() => setCaret(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

interface MirrorProps {
  text: string;
  placeholder: string;
  innerRef: React.Ref<HTMLDivElement>;
}

/** The same text behind the field, or what stands in its place: it sets the field's height, and marks the excess. */
function Mirror({ text, placeholder, innerRef }: MirrorProps) {
  const excess = excessIndex(text);
  return (
    <div
      ref={innerRef}
      aria-hidden="true"
      dir="auto"
      className="invisible col-start-1 row-start-1 min-h-6.5 text-heading leading-6.5 break-words whitespace-pre-wrap"
    >
      {excess === null ? text || placeholder : text.slice(0, excess)}
      {excess !== null && (
        <mark className="visible rounded-tag bg-danger-soft text-transparent">{text.slice(excess)}</mark>
      )}
      {"\u200b"}
    </div>
  );
}
