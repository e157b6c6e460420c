"use client";

import { AppWindow, Laptop } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { fill } from "@/app/_ui/fill";
import { Rows } from "@/app/_ui/rows";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { useSignOut } from "@/app/_features/shell/use-sign-out";
import { Ago } from "@/app/_features/time/time";
import { useToast } from "@/app/_ui/toast";
import { settings as words } from "@/app/_words/settings";
import type { SignedIn } from "@/lib/auth/schema";
import { paths } from "@/lib/paths";

/** Browsers and apps, each with a button that signs it out, and buttons for all of them. */
export function SessionList({ initially, passkeys }: { initially: SignedIn[]; passkeys: number }) {
  const [sessions, setSessions] = useState(initially);
  const [busy, setBusy] = useState(false);
  const say = useToast();

  const signingOut = useSignOut(() => location.assign(paths.landing), say);

  async function end(which: Which): Promise<void> {
    if (which === "all" || (which !== "others" && which.current)) return signingOut.leave(() => endSessions(which));
    setBusy(true);
    const trouble = await endSessions(which);
    setBusy(false);
    if (trouble !== null) return say(trouble);
    setSessions((before) =>
      before.filter((session) => (which === "others" ? session.current : session.id !== which.id)),
    );
    say(which === "others" ? words.sessions.signedOutOthers : words.sessions.signedOut(which.name));
  }

  const browsers = sessions.filter(({ kind }) => kind === "session");
  const apps = sessions.filter(({ kind }) => kind === "app");
  return (
    <>
      <Rows title={words.sessions.browsers}>
        {browsers.map((session) => (
          <SessionRow key={session.id} session={session} busy={busy} end={() => void end(session)} />
        ))}
      </Rows>
      {apps.length > 0 && (
        <Rows title={words.sessions.apps}>
          {apps.map((session) => (
            <SessionRow key={session.id} session={session} busy={busy} end={() => void end(session)} />
          ))}
        </Rows>
      )}
      <div className="grid justify-items-start gap-3">
        {passkeys > 0 && (
          <p className="text-label text-ink-2">
            {fill(words.sessions.passkeysStay(passkeys), {
              settings: (
                <Link href={paths.passwordSettings} className="font-bold text-accent-text underline">
                  {words.password.title}
                </Link>
              ),
            })}
          </p>
        )}
        {sessions.length > 1 && (
          <Button look="outline" disabled={busy} onClick={() => void end("others")}>
            {words.sessions.endOthers}
          </Button>
        )}
        <Button look="danger" disabled={busy} onClick={() => void end("all")}>
          {words.sessions.endAll}
        </Button>
      </div>
      {signingOut.question}
    </>
  );
}

type Which = SignedIn | "others" | "all";

async function endSessions(which: Which): Promise<string | null> {
  const rest = which === "all" ? "" : which === "others" ? "?keep_current=true" : `/${which.id}`;
  const outcome = await send(`/api/v1/barker/sessions${rest}`, { method: "DELETE" });
  return outcome.ok || outcome.status === 404 ? null : outcome.sentence;
}

function SessionRow({ session, busy, end }: { session: SignedIn; busy: boolean; end: () => void }) {
  const Icon = session.kind === "app" ? AppWindow : Laptop;
  return (
    <li className="flex flex-wrap items-center gap-x-3.5 gap-y-1 border-line px-4 py-2 not-first:border-t">
      <Icon className="size-5.5 flex-none text-ink-2" aria-hidden="true" />
      <span className="min-w-0 grow basis-36">
        <b className="block text-label wrap-anywhere">
          <bdi>{session.name}</bdi>
        </b>
        <span className="block text-meta text-ink-3">
          {session.current
            ? words.sessions.here
            : fill(words.sessions.lastUsed, { when: <Ago at={session.last_used_at} /> })}
          {session.scopes.length > 0 && ` · ${words.sessions.may(session.scopes.join(", "))}`}
        </span>
      </span>
      <Button look="soft" disabled={busy} aria-label={words.sessions.endNamed(session.name)} onClick={end}>
        {words.sessions.end}
      </Button>
    </li>
  );
}
