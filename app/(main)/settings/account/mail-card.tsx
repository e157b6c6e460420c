"use client";

import { useCallback, useState } from "react";
import { Card } from "@/app/(main)/settings/parts";
import { send } from "@/app/_client/api";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { mails as words } from "@/app/_words/mails";
import { Button } from "@/app/_ui/button";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";

interface MailCardProps {
  /** Whether this town can send mail. */
  canSend: boolean;
  /** The address that is not confirmed yet, or null. */
  unconfirmed: string | null;
  /** Whether that is a new address, to which a mail was sent when it was asked for. */
  changing: boolean;
  /** Whether the present address is confirmed. */
  confirmed: boolean;
  weekly: boolean;
}

/** Whether the address is confirmed, and the weekly mail. */
export function MailCard({ canSend, unconfirmed, changing, confirmed, weekly }: MailCardProps) {
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const say = useToast();
  const store = useCallback(
    (on: boolean) => send("/api/v1/barker/account/digest", { method: "PUT", json: { weekly: on } }),
    [],
  );
  const [on, change] = useOptimistic(weekly, store);

  async function again(): Promise<void> {
    setBusy(true);
    const outcome = await send("/api/v1/emails/confirmations", { method: "POST" });
    setBusy(false);
    if (outcome.ok) setSent(true);
    say(outcome.ok ? words.sentAgain : outcome.sentence);
  }

  const asked = sent ? words.sent : changing ? words.changing : words.unconfirmed;
  return (
    <Card title={words.title}>
      {canSend ? (
        <>
          <p className="-mt-2 text-label wrap-anywhere text-ink-2">
            {unconfirmed === null ? words.isConfirmed : asked(unconfirmed)}
          </p>
          {unconfirmed !== null && (
            <Button look="soft" disabled={busy} className="justify-self-start" onClick={() => void again()}>
              {changing || sent ? words.again : words.send}
            </Button>
          )}
          {confirmed && (
            <div className="-mx-4 -mb-2">
              <Switch id="weekly" title={words.weekly} detail={words.weeklyDetail} on={on} change={change} />
            </div>
          )}
        </>
      ) : (
        <p className="-mt-2 text-label text-ink-2">{words.cannot}</p>
      )}
    </Card>
  );
}
