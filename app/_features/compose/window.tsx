"use client";

import { Plus } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import type { ComposeRequest } from "@/app/_features/compose/context";
import { Answered, Quoted } from "@/app/_features/compose/about";
import { AudienceChip, QuotePolicyChip } from "@/app/_features/compose/audience";
import { DraftsButton } from "@/app/_features/compose/drafts-button";
import { NextPart, ThreadPart } from "@/app/_features/compose/thread-part";
import { isTimed, sendLabel } from "@/app/_features/compose/ready";
import { Reminder } from "@/app/_features/compose/reminder";
import { useComposer } from "@/app/_features/compose/use-composer";
import { addPart, forgetEmptyParts } from "@/app/_client/drafts/store";
import { cx } from "@/app/_ui/cx";
import { CloseButton } from "@/app/_ui/sheet";
import { compose as words } from "@/app/_words/compose";
import type { Viewer } from "@/lib/auth/schema";

interface WindowProps {
  viewer: Viewer;
  request: ComposeRequest;
  close: () => void;
}

/** The most barks that are written as one thread. */
const MOST_PARTS = 25;

/** The window in which barks, threads, replies, quotes and edits are written. */
export default function ComposeWindow({ viewer, request, close }: WindowProps) {
  const helpId = useId();
  const composing = useComposer(viewer, request, true, close);
  const { writing, send, ready, parts, filled } = composing;
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState((request.kind === "draft" && request.part) || null);
  const active = !writing || parts.some(({ id }) => id === chosen) ? chosen : null;
  const { title, act, label } = kindOf(request, writing);
  const id = writing?.id;
  useEffect(() => () => void (id && forgetEmptyParts(id)), [id]);
  const count = parts.length + 1;
  const last = parts.at(-1) ?? writing;
  const each = { viewer, count, send, bar, helpId };
  return (
    <form onSubmit={(event) => event.preventDefault()} className="flex min-h-0 flex-1 flex-col">
      <span aria-hidden="true" className="mx-auto mt-2 h-1 w-9 flex-none rounded-pill bg-line tablet:hidden" />
      <div className="@container flex min-h-13 flex-none flex-wrap items-center gap-x-2 gap-y-1 py-1 pe-4 ps-1.5 tablet:pt-3">
        <CloseButton close={close} />
        <h2
          className={cx("text-title font-bold tracking-heading", title === words.newBark.title && "max-tablet:sr-only")}
        >
          {title}
        </h2>
        <span className="ms-auto flex items-center gap-1">
          <DraftsButton writingId={writing?.id} />
          <Button onClick={send} disabled={!ready}>
            {sendLabel(writing, filled, act)}
          </Button>
        </span>
      </div>
      <div className="flex-1 px-4 py-1.5">
        <Answered composing={composing} />
        <ThreadPart
          {...each}
          composing={composing}
          place={1}
          label={label}
          active={active === null}
          activate={() => setChosen(null)}
          head={
            <div className="flex flex-wrap gap-x-2 gap-y-3">
              <AudienceChip composing={composing} />
              <QuotePolicyChip composing={composing} />
            </div>
          }
          foot={<Quoted composing={composing} />}
        />
        {parts.map((part, index) => (
          <NextPart
            key={part.id}
            {...each}
            draftId={part.id}
            place={index + 2}
            active={active === part.id}
            activate={() => setChosen(part.id)}
          />
        ))}
        {writing && last?.kept && writing.edits === null && count < MOST_PARTS && (
          <button
            type="button"
            disabled={isTimed(writing)}
            onClick={() => setChosen(addPart(writing.id))}
            className="-mt-3 mb-2 ms-14 flex min-h-11 items-center gap-2 rounded-pill pe-4 font-bold text-accent-text disabled:text-ink-3"
          >
            <Plus className="size-5" aria-hidden="true" />
            {words.addPart}
          </button>
        )}
      </div>
      <div
        ref={setBar}
        className="[@media(min-height:34rem)]:sticky bottom-0 z-2 flex min-h-12 flex-wrap items-center gap-x-1 border-t border-line bg-raised px-2 pt-0.5 pb-[calc(.125rem+env(safe-area-inset-bottom))]"
      />
      <Reminder composing={composing} />
    </form>
  );
}

function kindOf(
  request: ComposeRequest,
  writing: { replyTo: string | null; quotes: string | null; edits: string | null } | null,
) {
  if (request.kind === "reply" || writing?.replyTo) return words.reply;
  if (request.kind === "edit" || writing?.edits) return words.edit;
  return request.kind === "quote" || writing?.quotes ? words.quote : words.newBark;
}
