"use client";

import { formatDate } from "@/app/_client/format-date";
import dynamic from "next/dynamic";
import { useState } from "react";
import { copyAddress } from "@/app/_client/copy";
import { send } from "@/app/_client/api";
import { Moment } from "@/app/_features/time/time";
import { invitations as words } from "@/app/_words/invitations";
import { Button } from "@/app/_ui/button";
import { fill } from "@/app/_ui/fill";
import { useToast } from "@/app/_ui/toast";
import type { Invitation } from "@/lib/invitations/schema";

const CodeSheet = dynamic(() => import("@/app/_features/invitations/code-sheet").then((module) => module.CodeSheet));

interface InvitationListProps {
  title: string;
  invitations: Invitation[];
  /** The API path below which an invitation is ended. */
  path: string;
  /** Whether it says who made each of them. */
  named?: boolean;
  /** Called after one was ended. */
  onEnd: (id: string) => void;
}

/** Invitations, each with its link and how many came; those that are open can be copied, shown as a QR code, and ended. */
export function InvitationList({ title, invitations, path, named = false, onEnd }: InvitationListProps) {
  const [busy, setBusy] = useState(false);
  /** The link whose QR code is shown. */
  const [shown, setShown] = useState<string | null>(null);
  const say = useToast();

  async function end(id: string): Promise<void> {
    setBusy(true);
    const outcome = await send(`${path}/${id}`, { method: "DELETE" });
    setBusy(false);
    say(outcome.ok ? words.ended : outcome.sentence);
    if (outcome.ok || outcome.status === 404) onEnd(id);
  }

  return (
    <section>
      <h2 className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">{title}</h2>
      {invitations.length === 0 && <p className="mx-1 text-label text-ink-2">{words.none}</p>}
      <ul className="overflow-hidden rounded-card border border-line bg-surface empty:hidden">
        {invitations.map((invitation) => (
          <li
            key={invitation.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line px-4 py-2.5 not-first:border-t"
          >
            <span className="min-w-0 grow basis-48">
              <b className="block text-label wrap-anywhere">{invitation.url.replace(/^https?:\/\//, "")}</b>
              <span className="block text-meta text-ink-3">
                {words.used(invitation.uses, invitation.max_uses)} · <End invitation={invitation} />
                {named && ` · ${words.madeBy(invitation.made_by)}`}
              </span>
            </span>
            {invitation.open && (
              <>
                <Button
                  look="soft"
                  aria-label={words.copyNamed(invitation.url)}
                  onClick={() => void copyAddress(invitation.url).then(say)}
                >
                  {words.copy}
                </Button>
                <Button
                  look="soft"
                  aria-label={words.codeNamed(invitation.url)}
                  onClick={() => setShown(invitation.url)}
                >
                  {words.code}
                </Button>
                <Button
                  look="ghost"
                  disabled={busy}
                  aria-label={words.endNamed(invitation.url)}
                  onClick={() => void end(invitation.id)}
                >
                  {words.end}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {shown !== null && <CodeSheet url={shown} close={() => setShown(null)} />}
    </section>
  );
}

function End({ invitation: { open, expires_at: end } }: { invitation: Invitation }) {
  if (!open) return words.over;
  if (end === null) return words.noEnd;
  const day = (_now: number, timeZone: string | undefined) =>
    formatDate(Date.parse(end), { day: "numeric", month: "short", year: "numeric" }, timeZone);
  return fill(words.until, { when: <Moment key="when" at={end} words={day} /> });
}
