"use client";

import { useId, useRef } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import type { ComposeRequest } from "@/app/_features/compose/context";
import { Answered, Quoted } from "@/app/_features/compose/about";
import { AudienceChip, QuotePolicyChip } from "@/app/_features/compose/audience";
import { DraftsButton } from "@/app/_features/compose/drafts-button";
import { ContentNoteField } from "@/app/_features/compose/note";
import { PictureGrid } from "@/app/_features/compose/picture-grid";
import { Reminder } from "@/app/_features/compose/reminder";
import { Saved } from "@/app/_features/compose/saved";
import { TextField } from "@/app/_features/compose/text-field";
import { Tools } from "@/app/_features/compose/tools";
import { useDrop } from "@/app/_features/compose/use-drop";
import { useComposer } from "@/app/_features/compose/use-composer";
import { cx } from "@/app/_ui/cx";
import { LengthRing } from "@/app/_ui/ring";
import { CloseButton } from "@/app/_ui/sheet";
import type { Viewer } from "@/lib/auth/schema";

interface WindowProps {
  viewer: Viewer;
  request: ComposeRequest;
  close: () => void;
}

const WORDS = {
  new: { title: "New bark", act: "Bark", label: "What is going on in town?" },
  reply: { title: "Reply", act: "Reply", label: "Your reply" },
  quote: { title: "Quote", act: "Bark", label: "What do you say to it?" },
  edit: { title: "Edit", act: "Save", label: "Your bark" },
};

/** The window in which barks, replies, quotes and edits are written. */
export default function ComposeWindow({ viewer, request, close }: WindowProps) {
  const helpId = useId();
  const composing = useComposer(viewer, request, true, close);
  const { writing, change, send, attach, text, length, ready, options } = composing;
  const form = useRef<HTMLFormElement>(null);
  useDrop(form, attach);
  const { title, act, label } = WORDS[kindOf(request, writing)];
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()} className="flex min-h-0 flex-1 flex-col">
      <span aria-hidden="true" className="mx-auto mt-2 h-1 w-9 flex-none rounded-pill bg-line tablet:hidden" />
      <div className="flex min-h-13 flex-none flex-wrap items-center gap-1 py-1 pe-4 ps-1.5">
        <CloseButton close={close} />
        <h2 className={cx("text-title font-bold tracking-heading", title === "New bark" && "max-tablet:sr-only")}>
          {title}
        </h2>
        <span className="flex-1" />
        <DraftsButton writingId={writing?.id} />
        <Button onClick={send} disabled={!ready}>
          {act}
        </Button>
      </div>
      <div className="flex-1 px-4 py-1.5">
        <Answered composing={composing} />
        <div className="flex flex-wrap gap-x-3 gap-y-2">
          <Avatar src={viewer.avatar} />
          <div className="min-w-0 grow basis-48 pb-4">
            <div className="flex flex-wrap gap-x-2 gap-y-3">
              <AudienceChip composing={composing} />
              <QuotePolicyChip composing={composing} />
            </div>
            <div className="mt-2">
              <ContentNoteField composing={composing} />
              <TextField
                text={text}
                label={label}
                helpId={helpId}
                language={options.language ?? undefined}
                change={(next) => change({ text: next })}
                send={send}
                paste={attach}
                first
              />
            </div>
            <PictureGrid composing={composing} />
            <Quoted composing={composing} />
          </div>
        </div>
      </div>
      <div className="[@media(min-height:34rem)]:sticky bottom-0 z-2 flex flex-wrap items-center gap-x-1 border-t border-line bg-raised px-2 pt-0.5 pb-[calc(.125rem+env(safe-area-inset-bottom))]">
        <Tools composing={composing} />
        <div className="ms-auto flex items-center gap-2 pe-1">
          {writing && <Saved writing={writing} id={helpId} />}
          <LengthRing length={length} />
        </div>
      </div>
      <Reminder composing={composing} />
    </form>
  );
}

function kindOf(
  request: ComposeRequest,
  writing: { replyTo: string | null; quotes: string | null; edits: string | null } | null,
) {
  if (request.kind !== "draft") return request.kind;
  if (writing?.replyTo) return "reply";
  if (writing?.edits) return "edit";
  return writing?.quotes ? "quote" : "new";
}
