"use client";

import { alerts } from "@/app/_words/alerts";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { PersonLine } from "@/app/_features/people/person-line";
import { useToast } from "@/app/_ui/toast";
import type { NotificationRequest } from "@/lib/notifications/schema";

const DONE = { accept: alerts.allowed, dismiss: alerts.dismissed } as const;

/** One notification request: the person, their last bark to the viewer, and buttons to accept or dismiss. */
export function Request({ request }: { request: NotificationRequest }) {
  const { id, account, last_status: said, notifications_count: count } = request;
  const [done, setDone] = useState<keyof typeof DONE | null>(null);
  const say = useToast();
  const decide = async (verb: keyof typeof DONE) => {
    setDone(verb);
    // The result is shown optimistically, so the request must be sent even when the page is left at once.
    const outcome = await send(`/api/v1/notifications/requests/${id}/${verb}`, { method: "POST", keepalive: true });
    if (outcome.ok) return;
    setDone(null);
    say(outcome.sentence);
  };
  return (
    <PersonLine account={account} detail={said?.text || alerts.alertsOf(Number(count))}>
      <div className="flex min-h-9 flex-wrap items-center gap-2" role="status">
        {done ? (
          <span className="text-meta text-ink-2">{DONE[done]}</span>
        ) : (
          <>
            <Button
              look="ink"
              size="small"
              aria-label={alerts.letInNamed(account.display_name)}
              onClick={() => void decide("accept")}
            >
              {alerts.letIn}
            </Button>
            <Button
              look="soft"
              size="small"
              aria-label={alerts.dismissNamed(account.display_name)}
              onClick={() => void decide("dismiss")}
            >
              {alerts.dismiss}
            </Button>
          </>
        )}
      </div>
    </PersonLine>
  );
}
