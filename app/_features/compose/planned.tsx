"use client";

import { CalendarClock, X } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import type { Composing } from "@/app/_features/compose/use-composer";
import { pollFault } from "@/app/_features/polls/model";
import { inputTime } from "@/app/_client/drafts/schedule";
import { scheduling } from "@/app/_words/scheduling";

const PollEditor = lazy(() => import("@/app/_features/polls/editor"));

/** The poll of what is being written, and when it is to be sent. */
export default function Planned({ composing: { writing, change, parts } }: { composing: Composing }) {
  const id = useId();
  const [earliest] = useState(() => inputTime(Date.now() + 5 * 60_000));
  if (!writing) return null;
  const due = writing.dueAt ?? null;
  return (
    <>
      {writing.poll && (
        <Suspense fallback={<div className="min-h-72" />}>
          <PollEditor poll={writing.poll} fault={pollFault(writing)} change={(poll) => change({ poll })} />
        </Suspense>
      )}
      {writing.reason && <p className="my-2 text-label text-warn">{scheduling.notSent(writing.reason)}</p>}
      {due !== null && (
        <div className="my-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-media border border-line p-3 text-label">
          <CalendarClock className="size-4.5 text-accent-mark" aria-hidden="true" />
          <label htmlFor={id} className="font-bold">
            {scheduling.sendAt}
          </label>
          <input
            id={id}
            type="datetime-local"
            value={inputTime(Date.parse(due))}
            min={earliest}
            onChange={({ target }) => target.value && change({ dueAt: new Date(target.value).toISOString() })}
            className="min-h-11 min-w-0 rounded-field border-thick border-edge bg-surface px-3 text-body text-ink"
          />
          <button
            type="button"
            aria-label={scheduling.sendNowInstead}
            onClick={() => change({ dueAt: null })}
            className="plain ms-auto grid size-11 flex-none place-items-center rounded-pill text-ink-3"
          >
            <X className="size-5" aria-hidden="true" />
          </button>
          {parts.length > 0 && <p className="w-full text-danger">{scheduling.noThread}</p>}
        </div>
      )}
    </>
  );
}
