"use client";

import { useState, type ComponentProps } from "react";
import { textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";

interface CodeFormProps {
  about?: string;
  label: string;
  /** The label of the button. */
  go: string;
  inputMode?: ComponentProps<"input">["inputMode"];
  /** Sends the code. @returns what is wrong with it */
  send: (code: string) => Promise<string | null>;
}

/** A form for one code, with the error at its field. */
export function CodeForm({ about, label, go, inputMode, send }: CodeFormProps) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function submit(code: string): Promise<void> {
    setBusy(true);
    setFault(await send(code));
    setBusy(false);
  }

  return (
    <form
      className="grid grid-cols-1 gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(textOf(new FormData(event.currentTarget), "code"));
      }}
    >
      {about && <p className="text-label text-ink-2">{about}</p>}
      <TextInput
        label={label}
        name="code"
        required
        data-first
        inputMode={inputMode}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        onChange={() => setFault(null)}
        fault={fault ?? undefined}
      />
      <Button type="submit" disabled={busy} className="justify-self-end">
        {go}
      </Button>
    </form>
  );
}
