"use client";

import { useId, useState } from "react";
import { SaveRow } from "@/app/(main)/town-hall/save-row";
import { useSave } from "@/app/(main)/town-hall/use-save";
import { townSettings as words } from "@/app/_words/town-settings";
import type { Retention, TownSettings } from "@/lib/settings/schema";

/** For how many days each of them may be chosen to be kept; null: always. */
const CHOICES = {
  deletion_days: [1, 7, 14, 30, 60],
  unused_days: [30, 60, 90, 180, 365],
  report_days: [30, 90, 180, 365, 730, null],
  measure_days: [30, 90, 180, 365, 730, null],
} as const;

/** How long the town keeps what: for owners, since what is deleted is gone. */
export function KeptForm({ settings }: { settings: TownSettings }) {
  const { busy, faults, isUnsaved, mark, save } = useSave(settings);
  const { deletion_days, unused_days, report_days, measure_days } = settings;
  const [kept, setKept] = useState<Retention>({ deletion_days, unused_days, report_days, measure_days });
  const field = (name: keyof Retention, label: string, help?: string) => (
    <DaysField
      label={label}
      help={faults[name] ?? help}
      choices={CHOICES[name]}
      chosen={kept[name]}
      choose={(days) => setKept({ ...kept, [name]: days })}
    />
  );

  return (
    <form
      aria-label={words.keptTitle}
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4"
      onInput={mark}
      onSubmit={(event) => {
        event.preventDefault();
        void save(kept);
      }}
    >
      <div className="grid gap-1">
        <h2 className="text-heading leading-6 font-bold">{words.keptTitle}</h2>
        <p className="text-label text-ink-2">{words.keptAbout}</p>
      </div>
      {field("deletion_days", words.keptDeletion)}
      {field("unused_days", words.keptUnused, words.keptUnusedHelp)}
      {field("report_days", words.keptReports)}
      {field("measure_days", words.keptMeasures, words.keptMeasuresHelp)}
      <SaveRow busy={busy} isUnsaved={isUnsaved} />
    </form>
  );
}

interface DaysFieldProps {
  label: string;
  help: string | undefined;
  choices: readonly (number | null)[];
  chosen: number | null;
  choose: (days: number | null) => void;
}

/** A choice of days; what was chosen by an app stays among the choices. */
function DaysField({ label, help, choices, chosen, choose }: DaysFieldProps) {
  const id = useId();
  const all = choices.includes(chosen) ? choices : [chosen, ...choices];
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-small font-bold">
        {label}
      </label>
      <select
        id={id}
        aria-describedby={help ? `${id}-note` : undefined}
        value={String(chosen)}
        onChange={(event) => choose(event.target.value === "null" ? null : Number(event.target.value))}
        className="min-h-12 w-full rounded-field border-thick border-edge bg-surface px-3 text-body"
      >
        {all.map((days) => (
          <option key={String(days)} value={String(days)}>
            {words.keptFor(days)}
          </option>
        ))}
      </select>
      {help && (
        <p id={`${id}-note`} className="mt-1.5 text-meta text-ink-3">
          {help}
        </p>
      )}
    </div>
  );
}
