"use client";

import { ChartBarBig, Plus, X } from "lucide-react";
import { optionFaultOf, POLL_DURATIONS, type pollFault } from "@/app/_features/polls/model";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { polls } from "@/app/_words/polls";
import type { LocalPoll } from "@/app/_client/drafts/model";
import { OPTION_LENGTH, OPTION_LIMIT } from "@/lib/polls/rules";

interface EditorProps {
  poll: LocalPoll;
  /** Why the bark cannot be sent with it. */
  fault: ReturnType<typeof pollFault>;
  change: (poll: LocalPoll | null) => void;
}

/** The fields of a poll in the composer. */
export default function PollEditor({ poll, fault, change }: EditorProps) {
  const { options } = poll;
  const set = (place: number, title: string) => change({ ...poll, options: options.with(place, title) });
  return (
    <fieldset className="my-2 grid gap-3 rounded-media border border-line p-3">
      <legend className="flex items-center gap-2 px-1 text-label font-bold">
        <ChartBarBig className="size-4.5 text-accent-mark" aria-hidden="true" />
        {polls.poll}
      </legend>
      {options.map((title, place) => (
        <div key={place} className="flex items-end gap-1">
          <TextInput
            label={polls.optionLabel(place + 1)}
            className="min-w-0 flex-1"
            value={title}
            autoComplete="off"
            onChange={(event) => set(place, event.target.value)}
            {...faultOf(options, place)}
          />
          {options.length > 2 && (
            <button
              type="button"
              aria-label={polls.removeOption(place + 1)}
              onClick={() => change({ ...poll, options: options.toSpliced(place, 1) })}
              className="plain grid size-12 flex-none place-items-center rounded-pill text-ink-3 hover:text-danger"
            >
              <X className="size-5" aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
      {options.length < OPTION_LIMIT && (
        <Button
          look="soft"
          size="small"
          className="justify-self-start"
          onClick={() => change({ ...poll, options: [...options, ""] })}
        >
          <Plus className="size-4" aria-hidden="true" />
          {polls.addOption}
        </Button>
      )}
      <label className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label">
        {polls.length}
        <select
          value={poll.expires_in}
          onChange={(event) => change({ ...poll, expires_in: Number(event.target.value) })}
          className="min-h-11 rounded-field border-thick border-edge bg-surface px-3 text-body text-ink"
        >
          {POLL_DURATIONS.map(({ seconds, unit, count }) => (
            <option key={seconds} value={seconds}>
              {polls.duration(unit, count)}
            </option>
          ))}
        </select>
      </label>
      <Choice label={polls.multiple} on={poll.multiple} change={(multiple) => change({ ...poll, multiple })} />
      <Choice
        label={polls.hideTotals}
        on={poll.hide_totals}
        change={(hide) => change({ ...poll, hide_totals: hide })}
      />
      <p role="status" className="text-meta text-ink-2">
        {fault && sentenceOf(fault)}
      </p>
      <Button look="ghost" size="small" className="justify-self-end" onClick={() => change(null)}>
        {polls.remove}
      </Button>
    </fieldset>
  );
}

function faultOf(options: string[], place: number): { fault?: string } {
  const fault = optionFaultOf(options, place);
  if (fault === null) return {};
  return { fault: fault === "long" ? polls.optionTooLong(OPTION_LENGTH) : polls.optionsDiffer };
}

function sentenceOf(fault: NonNullable<EditorProps["fault"]>): string {
  if (fault === "pictures") return polls.notBoth;
  if (fault === "number") return polls.faults.number(2, OPTION_LIMIT);
  return fault === "long" ? polls.faults.long(OPTION_LENGTH) : polls.faults[fault];
}

function Choice({ label, on, change }: { label: string; on: boolean; change: (on: boolean) => void }) {
  return (
    <label className="flex min-h-11 items-center gap-3 text-label">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => change(event.target.checked)}
        className="size-5 flex-none accent-accent-mark"
      />
      {label}
    </label>
  );
}
