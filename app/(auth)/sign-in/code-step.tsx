"use client";

import { useState } from "react";
import { textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { joining } from "@/app/_words/joining";
import { twoFactor as words } from "@/app/_words/two-factor";

interface CodeStepProps {
  as: "h1" | "h2";
  busy: boolean;
  fault: string | null;
  /** The code is being changed. */
  changed: () => void;
  enter: (code: string) => void;
}

/** The second step of signing in: the digits of an authenticator app, or a recovery code. */
export function CodeStep({ as: Title, busy, fault, changed, enter }: CodeStepProps) {
  const [isRecovery, setIsRecovery] = useState(false);
  const kind = isRecovery
    ? { label: words.recoveryCode, autoComplete: "off" }
    : { label: words.digitsOnly, inputMode: "numeric" as const, autoComplete: "one-time-code" };
  return (
    <section
      aria-labelledby="code-step"
      className="grid grid-cols-1 gap-4 rounded-card bg-surface p-5 shadow-e3 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:p-7"
    >
      <Title id="code-step" className="text-large leading-8 font-bold tracking-title">
        {words.stepTitle}
      </Title>
      <p className="text-label text-ink-2">{isRecovery ? words.stepRecovery : words.stepDigits}</p>
      <form
        className="grid grid-cols-1 gap-4"
        onChange={changed}
        onSubmit={(event) => {
          event.preventDefault();
          enter(textOf(new FormData(event.currentTarget), "code"));
        }}
      >
        <TextInput
          key={kind.label}
          {...kind}
          name="code"
          required
          autoCapitalize="none"
          spellCheck={false}
          fault={fault ?? undefined}
          ref={(input) => input?.focus()}
        />
        <Button type="submit" size="large" disabled={busy}>
          {joining.signIn}
        </Button>
      </form>
      <Button
        look="ghost"
        onClick={() => {
          changed();
          setIsRecovery(!isRecovery);
        }}
      >
        {isRecovery ? words.toDigits : words.toRecovery}
      </Button>
      <p className="text-meta text-ink-3">{words.lost}</p>
    </section>
  );
}
