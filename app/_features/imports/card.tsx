"use client";

import { formatDate } from "@/app/_client/format-date";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { Moment, Ago } from "@/app/_features/time/time";
import { Button, buttonClass } from "@/app/_ui/button";
import { fill } from "@/app/_ui/fill";
import { useToast } from "@/app/_ui/toast";
import { imports as words, reasons } from "@/app/_words/imports";
import type { Import } from "@/lib/imports/schema";

interface ImportCardProps {
  /** The API path below which imports are. */
  path: string;
  it: Import;
  onChange: (changed: Import) => void;
  onDelete: () => void;
}

/** One import: how far it is, what it found or did, what was not taken, and what can be done now. */
export function ImportCard({ path, it, onChange, onDelete }: ImportCardProps) {
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const address = `${path}/${it.id}`;
  const { state } = it;
  const isGoingOn = state === "checking" || state === "running" || state === "undoing";

  async function act(verb: "start" | "undo"): Promise<void> {
    setBusy(true);
    const outcome = await send<Import>(`${address}/${verb}`, { method: "POST" });
    setBusy(false);
    if (outcome.ok) onChange(outcome.value);
    else say(outcome.sentence);
  }

  async function remove(): Promise<void> {
    setBusy(true);
    const outcome = await send(address, { method: "DELETE" });
    setBusy(false);
    say(outcome.ok ? words.deleted : outcome.sentence);
    if (outcome.ok || outcome.status === 404) onDelete();
  }

  return (
    <article className="grid grid-cols-1 gap-3 rounded-card border border-line bg-surface p-4">
      <h3 className="text-label font-bold">
        {fill(words.named(it.kind), { when: <Ago key="when" at={it.created_at} /> })}
      </h3>
      <p role="status" className="text-label text-ink-2">
        {words.states[state]}
        {isGoingOn && ` · ${words.processed(it.processed, it.lines)}`}
      </p>
      {isGoingOn && (
        <progress
          aria-label={words.progress}
          className="w-full accent-accent-mark"
          max={it.lines}
          value={it.processed}
        />
      )}
      {it.waits_until !== null && (
        <p className="text-label text-ink-2">
          {fill(words.waits, { when: <Moment key="when" at={it.waits_until} words={clockOf(it.waits_until)} /> })}
        </p>
      )}
      <Counts it={it} />
      <NotTaken it={it} address={address} />
      {state === "done" && <p className="text-meta text-ink-3">{words.undoEffect}</p>}
      {(state === "done" || state === "stopped") && <p className="text-meta text-ink-3">{words.deleteEffect}</p>}
      <div className="flex flex-wrap gap-2">
        {state === "ready" && (it.counts.new ?? 0) > 0 && (
          <Button disabled={busy} onClick={() => void act("start")}>
            {words.start}
          </Button>
        )}
        {(state === "done" || state === "running" || state === "stopped") && (
          <Button look="soft" disabled={busy} onClick={() => void act("undo")}>
            {words.undo}
          </Button>
        )}
        {state !== "running" && state !== "undoing" && (
          <Button look="ghost" disabled={busy} onClick={() => void remove()}>
            {words.delete}
          </Button>
        )}
      </div>
    </article>
  );
}

function clockOf(at: string) {
  return (_now: number, timeZone: string | undefined) =>
    formatDate(Date.parse(at), { hour: "2-digit", minute: "2-digit" }, timeZone);
}

function Counts({ it: { counts } }: { it: Import }) {
  const said = (["new", "added", "requested", "there", "undone"] as const).flatMap((result) => {
    const count = counts[result] ?? 0;
    return count === 0 ? [] : words.counts[result](count);
  });
  return said.length === 0 ? null : <p className="text-label">{said.join(" · ")}</p>;
}

/** The first lines that were not taken, with the reasons; all of them are in the report. */
function NotTaken({ it, address }: { it: Import; address: string }) {
  const count = Object.entries(it.counts).reduce((sum, [result, some]) => (result in reasons ? sum + some : sum), 0);
  if (count === 0) return null;
  return (
    <>
      <details className="text-label">
        <summary className="min-h-6 cursor-pointer py-1">
          {it.state === "checking" || it.state === "ready" ? words.notTakenYet(count) : words.notTaken(count)}
        </summary>
        <ul className="my-2 grid gap-2">
          {it.not_taken.map(({ line, item, list, reason }) => (
            <li key={line} className="wrap-anywhere">
              <span className="block text-meta text-ink-3">
                {words.line(line)}
                {list !== null && ` · ${words.onList(list)}`}
              </span>
              <bdi>{item}</bdi>
              <span className="block text-ink-2">{reasons[reason]}</span>
            </li>
          ))}
        </ul>
      </details>
      <a href={`${address}/report.csv`} download className={buttonClass({ look: "outline" }, "justify-self-start")}>
        {words.report}
      </a>
    </>
  );
}
