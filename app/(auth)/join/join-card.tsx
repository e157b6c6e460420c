"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { PasswordField } from "@/app/(auth)/password-field";
import { send, textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { paths } from "@/lib/paths";

/** The sign-up form. Errors are shown at their fields. */
export function JoinCard({ next }: { next: string }) {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function join(): Promise<void> {
    if (!form.current) return;
    const given = new FormData(form.current);
    const text = (name: string) => textOf(given, name);
    setBusy(true);
    setTrouble(null);
    const outcome = await send("/api/v1/accounts", {
      method: "POST",
      json: {
        username: text("username").replace(/^@/, ""),
        email: text("email"),
        password: text("password"),
        agreement: given.get("agreement") === "on",
        locale: navigator.language,
      },
    });
    if (outcome.ok) return location.assign(next);
    setBusy(false);
    setFaults(outcome.fields);
    const [first] = Object.keys(outcome.fields);
    if (first === undefined) return setTrouble(outcome.sentence);
    form.current.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  }

  return (
    <section
      aria-labelledby="join"
      className="grid grid-cols-1 gap-4 rounded-card bg-surface p-5 shadow-e3 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:p-7"
    >
      <h1 id="join" className="text-large leading-8 font-bold tracking-title">
        Join Barker
      </h1>
      <form
        ref={form}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <TextInput
          label="Handle"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={31}
          fault={faults["username"]}
          help="Letters, digits and _. This is how people find you."
        />
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoComplete="email"
          fault={faults["email"]}
          help="Only for signing in. Nobody sees it."
        />
        <PasswordField
          autoComplete="new-password"
          fault={faults["password"]}
          help="At least 8 characters, and not one that is easy to guess."
        />
        <div>
          <label className="flex min-h-11 items-center gap-3 text-label">
            <input
              type="checkbox"
              name="agreement"
              className="size-5 flex-none accent-(--accent-mark)"
              aria-invalid={faults["agreement"] ? true : undefined}
              aria-describedby={faults["agreement"] ? "agreement-note" : undefined}
            />
            I will be a good neighbour
          </label>
          {faults["agreement"] && (
            <p id="agreement-note" className="mt-1 text-meta text-danger">
              {faults["agreement"]}
            </p>
          )}
        </div>
        {trouble && (
          <p role="alert" className="text-meta text-danger">
            {trouble}
          </p>
        )}
        <Button type="submit" size="large" disabled={busy}>
          Join
        </Button>
      </form>
      <p className="text-center text-label text-ink-2">
        Here before?{" "}
        <Link href={paths.signIn(next)} className="inline-grid min-h-11 items-center font-bold text-accent-text">
          Sign in
        </Link>
      </p>
    </section>
  );
}
