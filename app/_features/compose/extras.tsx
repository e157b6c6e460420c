"use client";

import { Plus } from "lucide-react";
import { AudienceChip, QuotePolicyChip } from "@/app/_features/compose/audience";
import { useCompose } from "@/app/_features/compose/context";
import { DraftsButton } from "@/app/_features/compose/drafts-button";
import { ContentNoteField } from "@/app/_features/compose/note";
import { Attached } from "@/app/_features/compose/picture-grid";
import { isTimed, sendLabel } from "@/app/_features/compose/ready";
import { Reminder } from "@/app/_features/compose/reminder";
import { Saved } from "@/app/_features/compose/saved";
import { Tool } from "@/app/_features/compose/tool";
import { Tools } from "@/app/_features/compose/tools";
import type { Composing } from "@/app/_features/compose/use-composer";
import { addPart } from "@/app/_client/drafts/store";
import { Button } from "@/app/_ui/button";
import { LengthRing } from "@/app/_ui/ring";
import { compose as words } from "@/app/_words/compose";

/** The part of Home's composer that appears below the text when writing begins. */
export default function Extras({ composing, helpId }: { composing: Composing; helpId: string }) {
  const { writing, length, ready, text, send, parts, filled } = composing;
  const compose = useCompose();
  if (!writing) return null;
  const inWindow = (part?: string) => compose?.({ kind: "draft", id: writing.id, ...(part && { part }) });
  return (
    <>
      <ContentNoteField composing={composing} />
      <Attached composing={composing} />
      <div className="mt-1 flex min-h-7 flex-wrap items-center gap-x-4">
        <AudienceChip composing={composing} />
        <QuotePolicyChip composing={composing} />
        <Saved writing={writing} id={helpId} />
        {filled.length > 1 && (
          <button type="button" onClick={() => inWindow()} className="min-h-7 text-meta font-bold text-accent-text">
            {words.moreParts(parts.length)}
          </button>
        )}
        <span className="ms-auto">
          <DraftsButton writingId={writing.id} />
        </span>
      </div>
      <div className="-ms-3 flex flex-wrap items-center gap-x-1">
        <Tools composing={composing} />
        <Tool
          label={words.addPart}
          disabled={!writing.kept || isTimed(writing)}
          onClick={() => {
            inWindow(addPart(writing.id));
          }}
        >
          <Plus className="size-5.5" aria-hidden="true" />
        </Tool>
        <div className="ms-auto flex flex-wrap items-center justify-end gap-x-2">
          {text !== "" && <LengthRing length={length} />}
          <Button disabled={!ready} onClick={send}>
            {sendLabel(writing, filled, words.newBark.act)}
          </Button>
        </div>
      </div>
      <Reminder composing={composing} />
    </>
  );
}
