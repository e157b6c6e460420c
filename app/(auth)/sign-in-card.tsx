"use client";

import Link from "next/link";
import { useState } from "react";
import { DemoButton } from "@/app/(auth)/demo-button";
import type { JoinTown } from "@/app/(auth)/join/town";
import { PasswordField } from "@/app/(auth)/password-field";
import { ClosedAccountCard } from "@/app/(auth)/sign-in/closed-account";
import { CodeStep } from "@/app/(auth)/sign-in/code-step";
import { ComeBack } from "@/app/(auth)/sign-in/come-back";
import { PasskeyButton } from "@/app/(auth)/sign-in/passkey-button";
import { joining as words } from "@/app/_words/joining";
import { recovery } from "@/app/_words/recovery";
import { twoFactor } from "@/app/_words/two-factor";
import { textOf } from "@/app/_client/api";
import { Button, buttonClass } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { signIn, type SignInResult } from "@/app/_client/session";
import { paths } from "@/lib/paths";

const FAULTS: Record<Exclude<SignInResult, "ok" | "waiting" | "two_factor" | object>, string> = {
  wrong: words.wrong,
  too_many: words.tooMany,
  away: words.away,
  wrong_code: twoFactor.wrong,
  too_many_codes: twoFactor.tooMany,
};

const NEEDED = ["login", "password"] as const;

interface Given {
  login: string;
  password: string;
  return?: string;
  code?: string;
}

interface SignInCardProps {
  next: string;
  demo: boolean;
  /** How people join this town. */
  town: JoinTown;
  /** Whether its heading is the heading of the page. */
  alone?: boolean;
}

/** The sign-in form, and the other ways to sign in. */
export function SignInCard({ next, demo, town, alone = false }: SignInCardProps) {
  const Title = alone ? "h1" : "h2";
  const [fault, setFault] = useState<string | null>(null);
  const [empty, setEmpty] = useState<("login" | "password")[]>([]);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState<{ given: Given; at: number } | null>(null);
  const [halfway, setHalfway] = useState<Given | null>(null);
  const [ticket, setTicket] = useState<string | null>(null);

  async function enter(given: Given): Promise<void> {
    setBusy(true);
    setFault(null);
    const result = await signIn(given);
    // A full page load, so that nothing rendered for a signed-out visitor remains.
    if (result === "ok") return location.assign(next);
    if (result === "waiting") return location.assign(paths.waiting);
    if (result === "two_factor") setHalfway(given);
    else if (typeof result !== "object") setFault(FAULTS[result]);
    else if ("ticket" in result) setTicket(result.ticket);
    else setLeaving({ given, at: result.leavesAt });
    setBusy(false);
  }

  if (ticket !== null) return <ClosedAccountCard as={Title} ticket={ticket} />;
  if (halfway) {
    const enterWith = (code: string) => void enter({ ...halfway, code });
    return <CodeStep as={Title} busy={busy} fault={fault} changed={() => setFault(null)} enter={enterWith} />;
  }
  if (leaving) {
    return (
      <ComeBack as={Title} at={leaving.at} busy={busy} back={() => void enter({ ...leaving.given, return: "yes" })} />
    );
  }

  return (
    <section
      aria-labelledby="sign-in"
      className="grid grid-cols-1 gap-4 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:rounded-card desk:bg-surface desk:p-7 desk:shadow-e3"
    >
      <Title
        id="sign-in"
        className="text-display font-black tracking-display desk:text-large desk:leading-8 desk:font-bold"
      >
        {words.signIn}
      </Title>
      <form
        noValidate
        className="grid grid-cols-1 gap-2.5"
        onChange={() => {
          setFault(null);
          setEmpty([]);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const given = { login: textOf(form, "login"), password: textOf(form, "password") };
          const missing = NEEDED.filter((name) => given[name].trim() === "");
          setEmpty(missing);
          const [first] = missing;
          if (first === undefined) return void enter(given);
          event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
        }}
      >
        <TextInput
          label={words.login}
          name="login"
          required
          steady
          fault={empty.includes("login") ? words.noLogin : undefined}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          required
          autoComplete="current-password"
          steady
          fault={empty.includes("password") ? words.noPassword : (fault ?? undefined)}
        />
        <Button type="submit" size="large" disabled={busy}>
          {words.signIn}
        </Button>
      </form>
      <Link
        href={paths.forgotPassword}
        className="-my-2 grid min-h-11 items-center justify-self-start text-meta text-ink-3 underline"
      >
        {recovery.forgot}
      </Link>
      <PasskeyButton next={next} closed={setTicket} />
      <p className="flex items-center gap-3 text-meta text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {words.newHere}
      </p>
      {town.closed === null ? (
        <Link href={paths.joinFrom(next)} className={buttonClass({ look: "soft" })}>
          {town.byRequest ? words.ask : words.join(town.name)}
        </Link>
      ) : (
        <p className="text-center text-label wrap-anywhere whitespace-pre-line text-ink-2">{town.closed}</p>
      )}
      {demo && <DemoButton next={next} />}
      <Link href={paths.town} className="grid min-h-11 items-center justify-self-center text-meta text-ink-3 underline">
        {words.readTown}
      </Link>
    </section>
  );
}
