"use client";

import Link from "next/link";
import { useState } from "react";
import { RecoveryCard } from "@/app/(auth)/forgot-password/recovery-card";
import { joining } from "@/app/_words/joining";
import { recovery as words } from "@/app/_words/recovery";
import { send, textOf } from "@/app/_client/api";
import { Button, buttonClass } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { fill } from "@/app/_ui/fill";
import { paths } from "@/lib/paths";

interface ForgottenCardProps {
  /** Whether this town can send mail. */
  canSend: boolean;
  /** The address of the people who run it, or "". */
  contact: string;
}

/** The form that asks for a link to a new password; where no mail can be sent, whom to ask. */
export function ForgottenCard({ canSend, contact }: ForgottenCardProps) {
  const [isSent, setSent] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function ask(login: string): Promise<void> {
    setBusy(true);
    setFault(null);
    const outcome = await send("/api/v1/barker/password/forgotten", { method: "POST", json: { login } });
    setBusy(false);
    if (outcome.ok) setSent(true);
    else setFault(outcome.sentence);
  }

  if (!canSend || isSent) {
    return (
      <RecoveryCard title={isSent ? words.sentTitle : words.title}>
        <p role="status" className="text-ink-2">
          {isSent ? words.sent : words.noMail}
        </p>
        {!isSent && contact !== "" && (
          <p className="text-ink-2">
            {fill(words.contact, {
              address: (
                <a key="address" className="underline" href={`mailto:${contact}`}>
                  {contact}
                </a>
              ),
            })}
          </p>
        )}
        <Link href={paths.signIn()} className={buttonClass({ look: "soft" })}>
          {words.back}
        </Link>
      </RecoveryCard>
    );
  }

  return (
    <RecoveryCard title={words.title}>
      <p className="text-ink-2">{words.lead}</p>
      <form
        className="grid grid-cols-1 gap-4"
        onChange={() => setFault(null)}
        onSubmit={(event) => {
          event.preventDefault();
          void ask(textOf(new FormData(event.currentTarget), "login"));
        }}
      >
        <TextInput
          label={joining.login}
          name="login"
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...(fault && { fault })}
        />
        <Button type="submit" size="large" disabled={busy}>
          {words.send}
        </Button>
      </form>
      <Link href={paths.signIn()} className={buttonClass({ look: "soft" })}>
        {words.back}
      </Link>
    </RecoveryCard>
  );
}
