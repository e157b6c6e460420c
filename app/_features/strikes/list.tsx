"use client";

import { useState } from "react";
import { Ago, FullDate } from "@/app/_features/time/time";
import { Button } from "@/app/_ui/button";
import { fill } from "@/app/_ui/fill";
import { TextArea } from "@/app/_ui/text-area";
import { strikes as words } from "@/app/_words/strikes";
import { LONGEST } from "@/lib/strikes/rules";
import type { AccountWarning } from "@/lib/strikes/schema";

interface StrikeListProps {
  warnings: AccountWarning[];
  /** Sends an appeal. @returns a sentence when that failed */
  appeal: (strikeId: string, text: string) => Promise<string | null>;
}

/** What the people who run the town told somebody, each with the way to appeal. */
export function StrikeList({ warnings, appeal }: StrikeListProps) {
  return (
    <ul className="grid gap-4">
      {warnings.map((warning) => (
        <li key={warning.id} className="grid gap-3 rounded-card border border-line bg-surface p-4">
          <Strike warning={warning} />
          {warning.appeal ? (
            <GivenAppeal appeal={warning.appeal} />
          ) : (
            warning.appeal_until && (
              <AppealForm until={warning.appeal_until} appeal={(text) => appeal(warning.id, text)} />
            )
          )}
        </li>
      ))}
    </ul>
  );
}

function Strike({ warning }: { warning: AccountWarning }) {
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-heading leading-6 font-bold">{words.done[warning.action]}</h2>
        <span className="text-meta text-ink-3">
          {warning.lifted_at ? (
            fill(words.lifted, { when: <Ago at={warning.lifted_at} /> })
          ) : (
            <Ago at={warning.created_at} />
          )}
        </span>
      </div>
      <p dir="auto" className="text-label break-words whitespace-pre-line">
        {warning.text || words.noReason}
      </p>
      {warning.barks.length > 0 && (
        <div className="grid gap-1.5">
          <h3 className="text-small font-bold text-ink-2">{words.yourBarks}</h3>
          {warning.barks.map(({ id, text }) => (
            <blockquote
              key={id}
              dir="auto"
              className="rounded-field border border-line px-3 py-2 text-label break-words whitespace-pre-line text-ink-2"
            >
              {text || words.picturesOnly}
            </blockquote>
          ))}
        </div>
      )}
    </>
  );
}

function GivenAppeal({ appeal }: { appeal: NonNullable<AccountWarning["appeal"]> }) {
  return (
    <div className="grid gap-1.5 border-t border-line pt-3">
      <p className="text-label font-bold">{words.states[appeal.state]}</p>
      <h3 className="text-small font-bold text-ink-2">{words.youWrote}</h3>
      <p dir="auto" className="text-label break-words whitespace-pre-line text-ink-2">
        {appeal.text}
      </p>
      {appeal.answer !== "" && (
        <>
          <h3 className="text-small font-bold text-ink-2">{words.theyAnswered}</h3>
          <p dir="auto" className="text-label break-words whitespace-pre-line">
            {appeal.answer}
          </p>
        </>
      )}
    </div>
  );
}

function AppealForm({ until, appeal }: { until: string; appeal: (text: string) => Promise<string | null> }) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function give(): Promise<void> {
    setBusy(true);
    setFault(await appeal(text));
    setBusy(false);
  }

  return (
    <form
      className="grid gap-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <h3 className="text-label font-bold">{words.appeal}</h3>
      <p className="text-meta text-ink-2">{fill(words.appealHelp, { when: <FullDate at={until} /> })}</p>
      <TextArea
        label={words.appealLabel}
        required
        rows={4}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
        fault={fault ?? undefined}
      />
      <Button type="submit" look="ink" disabled={busy} className="justify-self-start">
        {words.sendAppeal}
      </Button>
    </form>
  );
}
