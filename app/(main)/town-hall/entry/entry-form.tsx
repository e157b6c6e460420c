"use client";

import { useState } from "react";
import { LinesField } from "@/app/(main)/town-hall/lines-field";
import { SaveRow } from "@/app/(main)/town-hall/save-row";
import { useSave } from "@/app/(main)/town-hall/use-save";
import { townSettings as words } from "@/app/_words/town-settings";
import { TextInput } from "@/app/_ui/field";
import { Segments } from "@/app/_ui/segments";
import { TextArea } from "@/app/_ui/text-area";
import { SETTINGS_LIMITS } from "@/lib/settings/rules";
import type { TownSettings } from "@/lib/settings/schema";

/** How people come in: the mode and what belongs to it. */
export function EntryForm({ settings }: { settings: TownSettings }) {
  const [mode, setMode] = useState(settings.registrations);
  const [reasonLength, setReasonLength] = useState(String(settings.reason_length));
  const [message, setMessage] = useState(settings.closed_message);
  const [inviters, setInviters] = useState(settings.invitations);
  const [allowed, setAllowed] = useState(settings.allowed_domains.join("\n"));
  const [blocked, setBlocked] = useState(settings.blocked_domains.join("\n"));
  const { busy, faults, isUnsaved, mark, save } = useSave(settings);
  const isByThemselves = mode === "open" || mode === "request";

  return (
    <form
      aria-label={words.how}
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4"
      onInput={mark}
      onSubmit={(event) => {
        event.preventDefault();
        void save({
          registrations: mode,
          reason_length: Math.trunc(Number(reasonLength) || 0),
          closed_message: message,
          invitations: inviters,
          allowed_domains: linesOf(allowed),
          blocked_domains: linesOf(blocked),
        });
      }}
    >
      <h2 className="text-heading leading-6 font-bold">{words.how}</h2>
      <fieldset className="grid gap-1">
        <legend className="sr-only">{words.how}</legend>
        {words.modes.map(({ value, title, detail }) => (
          <label key={value} htmlFor={`mode-${value}`} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              id={`mode-${value}`}
              aria-label={title}
              aria-describedby={`mode-${value}-detail`}
              type="radio"
              name="mode"
              value={value}
              checked={mode === value}
              onChange={() => setMode(value)}
              className="size-5 flex-none accent-accent"
            />
            <span className="min-w-0">
              <b className="block text-label">{title}</b>
              <span id={`mode-${value}-detail`} className="block text-meta text-ink-3">
                {detail}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {mode !== "open" && <p className="text-meta text-ink-2">{words.stillReadable}</p>}
      {mode === "request" && (
        <TextInput
          label={words.reasonLength}
          type="number"
          inputMode="numeric"
          min={0}
          max={SETTINGS_LIMITS.reason}
          value={reasonLength}
          onChange={(event) => setReasonLength(event.target.value)}
          help={words.reasonLengthHelp}
          fault={faults["reason_length"]}
        />
      )}
      {!isByThemselves && (
        <TextArea
          label={words.closedMessage}
          rows={3}
          maxLength={SETTINGS_LIMITS.message}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
          help={words.closedMessageHelp}
          fault={faults["closed_message"]}
        />
      )}
      {mode !== "closed" && (
        <div className="grid justify-items-start gap-1.5">
          <p className="text-small font-bold" aria-hidden="true">
            {words.whoInvites}
          </p>
          <Segments
            name="inviters"
            label={words.whoInvites}
            choices={[
              ["everybody", words.everybody],
              ["staff", words.staff],
            ]}
            chosen={inviters}
            choose={(value) => setInviters(value === "staff" ? "staff" : "everybody")}
          />
        </div>
      )}
      <LinesField
        label={words.allowed}
        help={words.allowedHelp}
        fault={faults["allowed_domains"] && words.domainsFault}
        rows={2}
        value={allowed}
        change={setAllowed}
      />
      <LinesField
        label={words.blocked}
        help={words.blockedHelp}
        fault={faults["blocked_domains"] && words.domainsFault}
        rows={2}
        value={blocked}
        change={setBlocked}
      />
      <SaveRow busy={busy} isUnsaved={isUnsaved} />
    </form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map((line) => line.replace(/^@/, ""))
    .filter((line) => line !== "");
}
