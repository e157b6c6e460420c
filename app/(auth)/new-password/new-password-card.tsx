"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { RecoveryCard } from "@/app/(auth)/forgot-password/recovery-card";
import { PasswordField } from "@/app/(auth)/password-field";
import { joining } from "@/app/_words/joining";
import { recovery as words } from "@/app/_words/recovery";
import { send, textOf } from "@/app/_client/api";
import { Button, buttonClass } from "@/app/_ui/button";
import { paths } from "@/lib/paths";

/** The form that sets a new password with the token behind the "#" of the address. */
export function NewPasswordCard() {
  /** Null before it was read, "" when there is none. */
  const [token, setToken] = useState<string | null>(null);
  const [isSet, setIsSet] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  // Only the browser knows it. Another link may be opened in this window.
  useEffect(() => {
    const take = () => setToken(location.hash.slice(1));
    take();
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);

  async function set(password: string): Promise<void> {
    setBusy(true);
    setFault(null);
    setTrouble(null);
    const outcome = await send("/api/v1/barker/password/reset", { method: "POST", json: { token, password } });
    setBusy(false);
    if (!outcome.ok) {
      const { password: ofField } = outcome.fields;
      return ofField ? setFault(ofField) : setTrouble(outcome.sentence);
    }
    // A link that was used is not kept in the history.
    history.replaceState(history.state, "", location.pathname);
    setIsSet(true);
  }

  if (isSet) {
    return (
      <RecoveryCard title={words.isSet}>
        <p role="status" className="text-ink-2">
          {words.nowSignIn}
        </p>
        <Link href={paths.signIn()} className={buttonClass({})}>
          {joining.signIn}
        </Link>
      </RecoveryCard>
    );
  }

  if (token === "") {
    return (
      <RecoveryCard title={words.newTitle}>
        <p className="text-ink-2">{words.noLink}</p>
        <Link href={paths.forgotPassword} className={buttonClass({ look: "soft" })}>
          {words.askAgain}
        </Link>
      </RecoveryCard>
    );
  }

  return (
    <RecoveryCard title={words.newTitle}>
      <p className="text-ink-2">{words.newLead}</p>
      <form
        className="grid grid-cols-1 gap-4"
        onChange={() => setFault(null)}
        onSubmit={(event) => {
          event.preventDefault();
          void set(textOf(new FormData(event.currentTarget), "password"));
        }}
      >
        <PasswordField required autoComplete="new-password" help={joining.passwordHelp} fault={fault ?? undefined} />
        {trouble && (
          <p role="alert" className="text-meta text-danger">
            {trouble}
          </p>
        )}
        <Button type="submit" size="large" disabled={busy || token === null}>
          {words.set}
        </Button>
      </form>
      {trouble && (
        <Link href={paths.forgotPassword} className={buttonClass({ look: "soft" })}>
          {words.askAgain}
        </Link>
      )}
    </RecoveryCard>
  );
}
