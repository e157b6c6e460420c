"use client";

import { AtSign, BookOpen, ChevronRight, CircleAlert, CircleCheck } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { emailTrouble, strengthOf } from "@/app/(auth)/join/checks";
import type { JoinTown } from "@/app/(auth)/join/town";
import { useHandleCheck } from "@/app/(auth)/join/use-handle-check";
import { PasswordField } from "@/app/(auth)/password-field";
import { joining as words } from "@/app/_words/joining";
import { send, textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { fill } from "@/app/_ui/fill";
import { TextInput } from "@/app/_ui/field";
import { TextArea } from "@/app/_ui/text-area";
import { paths } from "@/lib/paths";
import { SETTINGS_LIMITS } from "@/lib/settings/rules";

type Name = "username" | "email" | "password" | "reason";
type Faults = Partial<Record<string, string>>;

const SIGN = "pointer-events-none absolute top-3.5 inset-e-3.5 size-5";

interface JoinCardProps {
  next: string;
  /** What this town asks of people who join. */
  town: JoinTown;
  /** The invitation with which somebody comes. */
  invitation?: { code: string; from: string };
}

/** The sign-up form. Errors are shown at their fields, and disappear when what they name is mended. */
export function JoinCard({ next, town, invitation }: JoinCardProps) {
  const [given, setGiven] = useState<Record<Name, string>>({ username: "", email: "", password: "", reason: "" });
  const [faults, setFaults] = useState<Faults>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const handle = given.username.trim().replace(/^@/, "");
  const check = useHandleCheck(given.username);
  const byRequest = town.byRequest && !invitation;
  const strength = strengthOf(given.password, handle);
  const handleFault = faults["username"] ?? (check?.available === false ? (check.reason ?? undefined) : undefined);

  function type(name: Name, value: string): void {
    setGiven((before) => ({ ...before, [name]: value }));
    setTrouble(null);
    setFaults(({ [name]: fault, ...others }) => {
      // An error of the e-mail address stays while the address still has one, in its newest words.
      const still = name === "email" && fault ? emailTrouble(value) : null;
      return still ? { ...others, [name]: still } : others;
    });
  }

  async function join(): Promise<void> {
    if (!form.current) return;
    setBusy(true);
    setTrouble(null);
    const outcome = await send<{ waiting?: boolean }>("/api/v1/accounts", {
      method: "POST",
      json: {
        ...given,
        username: handle,
        agreement: true,
        locale: navigator.language,
        ...(invitation && { invite_code: invitation.code }),
      },
    });
    // The form is not kept in the history: Back leads to where the visitor came from.
    if (outcome.ok) return location.replace(outcome.value.waiting ? paths.waiting : paths.welcome(next));
    setBusy(false);
    setFaults(outcome.fields);
    const field = Object.keys(outcome.fields)
      .map((name) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`))
      .find((found) => found);
    if (!field) return setTrouble(outcome.sentence);
    field.focus();
  }

  // The browser fills fields in, and people type, before this script runs.
  useEffect(() => {
    if (!form.current) return;
    const filled = new FormData(form.current);
    setGiven({
      username: textOf(filled, "username"),
      email: textOf(filled, "email"),
      password: textOf(filled, "password"),
      reason: textOf(filled, "reason"),
    });
  }, []);

  const field = (name: Name) => ({
    name,
    onChange: (event: { target: { value: string } }) => type(name, event.target.value),
  });

  return (
    <section
      aria-labelledby="join"
      className="grid grid-cols-1 gap-4 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:rounded-card desk:bg-surface desk:p-7 desk:shadow-e3"
    >
      <div>
        <h1
          id="join"
          className="text-display font-black tracking-display desk:text-large desk:leading-8 desk:font-bold"
        >
          {words.joinTitle(town.name)}
        </h1>
        <p className="mt-1 text-ink-2 desk:hidden">{words.joinLead}</p>
        {invitation && <p className="mt-1 text-ink-2">{words.invitedBy(invitation.from)}</p>}
        {byRequest && <p className="mt-1 text-ink-2">{words.byRequest}</p>}
        {town.confirmsFirst && <p className="mt-1 text-ink-2">{words.confirmsFirst}</p>}
      </div>
      <form
        ref={form}
        noValidate
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <TextInput
          {...field("username")}
          label={words.handle}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={31}
          fault={handleFault}
          good={check?.available ? words.handleFree(handle) : undefined}
          help={words.handleHelp}
          start={<AtSign className="pointer-events-none absolute top-3.5 inset-s-3.5 size-5 text-ink-3" aria-hidden />}
          end={handleFault ? WRONG : check?.available ? RIGHT : null}
        />
        <TextInput
          {...field("email")}
          label={words.email}
          type="email"
          autoComplete="email"
          fault={faults["email"]}
          help={words.emailHelp}
          end={faults["email"] ? WRONG : null}
          onBlur={() => {
            const fault = given.email === "" ? null : emailTrouble(given.email);
            if (fault) setFaults((before) => ({ ...before, email: fault }));
          }}
        />
        <div>
          <PasswordField
            {...field("password")}
            autoComplete="new-password"
            fault={faults["password"]}
            good={strength && strength.bars > 2 ? strength.sentence : undefined}
            help={strength?.sentence ?? words.passwordHelp}
          />
          {strength && !faults["password"] && <Bars count={strength.bars} />}
        </div>
        {byRequest && (
          <TextArea
            {...field("reason")}
            label={words.reason}
            rows={3}
            maxLength={SETTINGS_LIMITS.reason * 4}
            fault={faults["reason"]}
            help={words.reasonHelp(town.reasonLength)}
          />
        )}
        {trouble && (
          <p role="alert" className="text-meta text-danger">
            {trouble}
          </p>
        )}
        <Link href={paths.rules} className="flex items-center gap-3 rounded-card border border-line bg-surface p-3.5">
          <BookOpen className="size-5 flex-none text-ink-2" aria-hidden="true" />
          <span className="min-w-0 flex-1 text-meta text-ink-2">
            <b className="block text-label text-ink">{words.rulesTitle}</b>
            {town.rules}
          </span>
          <ChevronRight className="size-5 flex-none text-ink-3 rtl:-scale-x-100" aria-hidden="true" />
        </Link>
        <Button type="submit" size="large" disabled={busy}>
          {byRequest ? words.ask : words.join(town.name)}
        </Button>
        <p className="text-center text-meta text-ink-2">
          {fill(town.hasTerms ? words.agreeTerms : words.agree, {
            rules: (
              <Link href={paths.rules} className="font-bold text-accent-text underline">
                {words.rulesLink}
              </Link>
            ),
            terms: (
              <Link href={paths.terms} className="font-bold text-accent-text underline">
                {words.termsLink}
              </Link>
            ),
            privacy: (
              <Link href={paths.privacy} className="font-bold text-accent-text underline">
                {words.privacyLink}
              </Link>
            ),
          })}
        </p>
      </form>
      <p className="hidden text-center text-label text-ink-2 desk:block">
        {words.hereBefore}{" "}
        <Link href={paths.signIn(next)} className="inline-grid min-h-11 items-center font-bold text-accent-text">
          {words.signIn}
        </Link>
      </p>
    </section>
  );
}

const WRONG = <CircleAlert className={cx(SIGN, "text-danger")} aria-hidden="true" />;
const RIGHT = <CircleCheck className={cx(SIGN, "text-pine")} aria-hidden="true" />;

/** How strong a password is; the sentence above says the same. */
function Bars({ count }: { count: number }) {
  return (
    <div className="mt-2 grid grid-cols-4 gap-1.5" aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <span
          key={bar}
          className={cx(
            "h-1.5 rounded-pill border border-transparent",
            bar > count ? "bg-sunken" : count === 1 ? "bg-danger" : count === 2 ? "bg-warn" : "bg-pine",
          )}
        />
      ))}
    </div>
  );
}
