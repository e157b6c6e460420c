"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import { authorizing as words } from "@/app/_words/authorizing";
import { send } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { fill } from "@/app/_ui/fill";
import { useConfirmation } from "@/app/_features/confirmation/use-confirmation";
import { useSignOut } from "@/app/_features/shell/use-sign-out";
import { signOut } from "@/app/_client/session";
import type { AccessRequest } from "@/lib/auth/grants";
import type { Viewer } from "@/lib/auth/schema";
import { paths } from "@/lib/paths";

interface ConsentProps {
  asked: AccessRequest;
  app: { name: string; website: string | null };
  /** Descriptions of the requested scopes. */
  wishes: string[];
  viewer: Viewer;
  /** The address of this page, to return to. */
  here: string;
}

interface Answer {
  address: string | null;
  code: string | null;
}

/** Asks whether an app may use the viewer's account, and lists the scopes. */
export function Consent({ asked, app, wishes, viewer, here }: ConsentProps) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { confirmed, sheet } = useConfirmation();

  async function decide(granted: boolean): Promise<void> {
    setBusy(true);
    setTrouble(null);
    const json = { ...asked, granted };
    const outcome = await confirmed(() => send<Answer>("/api/v1/barker/authorizations", { method: "POST", json }));
    if (outcome.ok && outcome.value.address !== null) return location.assign(outcome.value.address);
    setBusy(false);
    if (outcome.ok) setAnswer(outcome.value);
    else setTrouble(outcome.sentence);
  }
  const signingOut = useSignOut(() => location.assign(paths.signIn(here)), setTrouble, viewer.id);

  if (answer) return <Said app={app.name} code={answer.code} />;
  return (
    <section
      aria-labelledby="consent"
      className="grid grid-cols-1 gap-4 rounded-card bg-surface p-5 shadow-e3 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:p-7"
    >
      <h1 id="consent" className="text-large leading-8 font-bold tracking-title wrap-anywhere">
        {fill(words.question, { app: <bdi>{app.name}</bdi> })}
      </h1>
      <div className="flex flex-wrap items-center gap-3 rounded-media bg-sunken p-3">
        <Avatar src={viewer.avatar} size={40} />
        <p className="min-w-0 flex-1 text-label">
          <b className="block truncate">
            <bdi>{viewer.name}</bdi>
          </b>
          <span className="block truncate text-meta text-ink-3">
            <bdi dir="ltr">@{viewer.handle}</bdi>
          </span>
        </p>
        <Button look="ghost" size="small" disabled={busy} onClick={() => void signingOut.leave(signOut)}>
          {words.notYou}
        </Button>
      </div>
      <div>
        <p className="text-label font-bold">{words.able}</p>
        <ul className="mt-1 grid gap-1.5">
          {wishes.map((wish) => (
            <li key={wish} className="flex gap-2.5 text-label">
              <Check className="mt-0.5 size-4.5 flex-none text-pine" aria-hidden="true" /> {wish}
            </li>
          ))}
        </ul>
      </div>
      <p className="text-meta text-ink-3">
        {words.promise}
        {app.website && ` ${words.makers(new URL(app.website).host)}`}
      </p>
      {trouble && (
        <p role="alert" className="text-meta text-danger">
          {trouble}
        </p>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Button look="soft" size="large" disabled={busy} onClick={() => void decide(false)}>
          {words.no}
        </Button>
        <Button size="large" disabled={busy} onClick={() => void decide(true)}>
          {words.yes}
        </Button>
      </div>
      {sheet}
    </section>
  );
}

/** The result for apps that cannot be redirected to: the code to copy, or the refusal. */
function Said({ app, code }: { app: string; code: string | null }) {
  return (
    <section
      aria-live="polite"
      className="grid gap-3 rounded-card bg-surface p-5 shadow-e3 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:p-7"
    >
      <h1 className="text-title font-bold tracking-heading">
        {code ? words.oneMore : fill(words.staysOut, { app: <bdi>{app}</bdi> })}
      </h1>
      {code ? (
        <>
          <p className="text-label text-ink-2">{fill(words.copy, { app: <bdi>{app}</bdi> })}</p>
          <code className="rounded-field bg-sunken p-3 text-label wrap-anywhere select-all">{code}</code>
        </>
      ) : (
        <p className="text-label text-ink-2">{words.unchanged}</p>
      )}
    </section>
  );
}
