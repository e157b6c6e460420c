"use client";

import { AudienceChip, QuotePolicyChip } from "@/app/_features/compose/audience";
import { DraftsButton } from "@/app/_features/compose/drafts-button";
import { ContentNoteField } from "@/app/_features/compose/note";
import { PictureGrid } from "@/app/_features/compose/picture-grid";
import { Reminder } from "@/app/_features/compose/reminder";
import { Saved } from "@/app/_features/compose/saved";
import { Tools } from "@/app/_features/compose/tools";
import type { Composing } from "@/app/_features/compose/use-composer";
import { Button } from "@/app/_ui/button";
import { LengthRing } from "@/app/_ui/ring";

/** The part of Home's composer that appears below the text when writing begins. */
export default function Extras({ composing, helpId }: { composing: Composing; helpId: string }) {
  const { writing, length, ready, text, send } = composing;
  if (!writing) return null;
  return (
    <>
      <ContentNoteField composing={composing} />
      <PictureGrid composing={composing} />
      <div className="-ms-3 flex flex-wrap items-center gap-x-1">
        <Tools composing={composing} />
        <div className="ms-auto flex flex-wrap items-center justify-end gap-x-2">
          {text !== "" && <LengthRing length={length} />}
          <DraftsButton writingId={writing.id} />
          <Button disabled={!ready} onClick={send}>
            Bark
          </Button>
        </div>
      </div>
      <div className="mt-1 flex min-h-7 flex-wrap items-center gap-x-4">
        <AudienceChip composing={composing} />
        <QuotePolicyChip composing={composing} />
        <Saved writing={writing} id={helpId} />
      </div>
      <Reminder composing={composing} />
    </>
  );
}
