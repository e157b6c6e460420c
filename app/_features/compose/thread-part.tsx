"use client";

import { X } from "lucide-react";
import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { ContentNoteField } from "@/app/_features/compose/note";
import { Attached } from "@/app/_features/compose/picture-grid";
import { Saved } from "@/app/_features/compose/saved";
import { TextField } from "@/app/_features/compose/text-field";
import { Tools } from "@/app/_features/compose/tools";
import { useDrop } from "@/app/_features/compose/use-drop";
import { useComposer, type Composing } from "@/app/_features/compose/use-composer";
import { removePart } from "@/app/_client/drafts/store";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { LengthRing } from "@/app/_ui/ring";
import { compose as words } from "@/app/_words/compose";
import type { Viewer } from "@/lib/auth/schema";

interface PartProps {
  viewer: Viewer;
  /** Its position in the thread, from 1, and the number of parts. */
  place: number;
  count: number;
  label: string;
  /** The tools below the window are those of the part that is written. */
  active: boolean;
  activate: () => void;
  send: () => void;
  /** Where the tools are shown. */
  bar: HTMLElement | null;
  helpId: string;
}

/** A part of a thread behind the first one. */
export function NextPart({ draftId, ...rest }: Omit<PartProps, "label"> & { draftId: string }) {
  const request = useMemo(() => ({ kind: "draft" as const, id: draftId }), [draftId]);
  const composing = useComposer(rest.viewer, request, true);
  return <ThreadPart {...rest} composing={composing} label={words.partLabel(rest.place)} />;
}

interface FieldsProps extends PartProps {
  composing: Composing;
  /** Above and below the text of the first part. */
  head?: ReactNode;
  foot?: ReactNode;
}

/** One bark of the composer window: its text and pictures beside the avatar, and a line to the next one. */
export function ThreadPart(props: FieldsProps) {
  const { viewer, composing, place, count, label, active, activate, send, bar, helpId, head, foot } = props;
  const { writing, change, attach, text, length, options } = composing;
  const box = useRef<HTMLDivElement>(null);
  useDrop(box, attach);
  const isThread = count > 1;
  // The part that was added is written next.
  useEffect(() => {
    if (place > 1 && active) box.current?.scrollIntoView({ block: "nearest" });
  }, [place, active]);
  return (
    <div
      ref={box}
      role={isThread ? "group" : undefined}
      aria-label={isThread ? words.part(place, count) : undefined}
      onFocus={activate}
      className="flex flex-wrap gap-x-3 gap-y-2"
    >
      <div className="grid grid-rows-thread justify-items-center">
        <Avatar src={viewer.avatar} />
        {place < count && <span aria-hidden="true" className="my-2 w-0.5 bg-line" />}
      </div>
      <div className="min-w-0 grow basis-48 pb-4">
        {(head || isThread) && (
          <div className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              {head ?? <p className="text-meta leading-7 text-ink-3">{words.part(place, count)}</p>}
            </div>
            {isThread && writing && (
              <button
                type="button"
                aria-label={words.removePart(place)}
                onClick={() => removePart(writing.id)}
                className="-my-2 -me-3 grid size-11 flex-none place-items-center rounded-pill text-ink-2 hover:text-ink"
              >
                <X className="size-5" aria-hidden="true" />
              </button>
            )}
          </div>
        )}
        <div className={cx(Boolean(head) && "mt-2", isThread && !active && "text-ink-2")}>
          <ContentNoteField composing={composing} />
          <TextField
            text={text}
            label={label}
            helpId={helpId}
            part={writing?.id}
            language={options.language ?? undefined}
            change={(next) => change({ text: next })}
            send={send}
            paste={attach}
            first={active}
          />
        </div>
        <Attached composing={composing} />
        {foot}
      </div>
      {active &&
        bar &&
        createPortal(
          <>
            <Tools composing={composing} />
            <div className="ms-auto flex items-center gap-2 pe-1">
              {writing && <Saved writing={writing} id={helpId} />}
              <LengthRing length={length} />
            </div>
          </>,
          bar,
        )}
    </div>
  );
}
