"use client";

import Link from "next/link";
import { useState } from "react";
import { DemoButton } from "@/app/(auth)/demo-button";
import { PasswordField } from "@/app/(auth)/password-field";
import { ComeBack } from "@/app/(auth)/sign-in/come-back";
import { PasskeyButton } from "@/app/(auth)/sign-in/passkey-button";
import { textOf } from "@/app/_client/api";
import { Button, buttonClass } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { signIn, type SignInResult } from "@/app/_client/session";
import { paths } from "@/lib/paths";

const FAULTS: Record<Exclude<SignInResult, "ok" | object>, string> = {
  wrong: "That handle and password do not belong together. Check both and try again.",
  too_many: "That was tried too often. Please wait five minutes and try again.",
  away: "Barker could not be reached. Please try again in a moment.",
};

interface Leaving {
  given: { login: string; password: string; return?: string };
  at: number;
}

/** The sign-in form, and the other ways to sign in. */
export function SignInCard({ next, demo }: { next: string; demo: boolean }) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState<Leaving | null>(null);

  async function enter(given: Leaving["given"]): Promise<void> {
    setBusy(true);
    setFault(null);
    const result = await signIn(given);
    // A full page load, so that nothing rendered for a signed-out visitor remains.
    if (result === "ok") return location.assign(next);
    if (typeof result === "object") setLeaving({ given, at: result.leavesAt });
    else setFault(FAULTS[result]);
    setBusy(false);
  }

  if (leaving) {
    return <ComeBack at={leaving.at} busy={busy} back={() => void enter({ ...leaving.given, return: "yes" })} />;
  }

  return (
    <section
      aria-labelledby="sign-in"
      className="grid grid-cols-1 gap-4 rounded-card bg-surface p-5 shadow-e3 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:p-7"
    >
      <h2 id="sign-in" className="text-large leading-8 font-bold tracking-title">
        Sign in
      </h2>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          void enter({ login: textOf(form, "login"), password: textOf(form, "password") });
        }}
      >
        <TextInput
          label="Handle or e-mail"
          name="login"
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField required autoComplete="current-password" fault={fault ?? undefined} />
        <Button type="submit" size="large" disabled={busy}>
          Sign in
        </Button>
      </form>
      <PasskeyButton next={next} />
      <p className="flex items-center gap-3 text-meta text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        new here?
      </p>
      <Link href={`${paths.join}?next=${encodeURIComponent(next)}`} className={buttonClass({ look: "soft" })}>
        Join Barker
      </Link>
      {demo && <DemoButton next={next} />}
      <Link href={paths.town} className="grid min-h-11 items-center justify-self-center text-meta text-ink-3 underline">
        Read the town without an account
      </Link>
    </section>
  );
}
