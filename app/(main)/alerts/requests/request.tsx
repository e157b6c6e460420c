"use client";

import Link from "next/link";
import { useState } from "react";
import { send } from "@/app/_ui/api";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import type { NotificationRequest } from "@/lib/notifications/schema";
import { paths } from "@/lib/paths";

const DONE = { accept: "You hear of them now", dismiss: "Put away" } as const;

/** One person: what they last said to you, and whether to hear of them. */
export function Request({ request }: { request: NotificationRequest }) {
  const { id, account, last_status: said, notifications_count: count } = request;
  const [done, setDone] = useState<keyof typeof DONE | null>(null);
  const say = useToast();
  const decide = async (verb: keyof typeof DONE) => {
    setDone(verb);
    const outcome = await send(`/api/v1/notifications/requests/${id}/${verb}`, { method: "POST" });
    if (outcome.ok) return;
    setDone(null);
    say(outcome.sentence);
  };
  return (
    <li className="flex flex-wrap items-start gap-3 border-b border-line px-4 py-3 desk:px-5">
      <Link href={paths.person(account.acct)} prefetch={false} tabIndex={-1} aria-hidden="true">
        <Avatar src={account.avatar} />
      </Link>
      <div className="min-w-0 flex-[1_1_12rem]">
        <Link
          href={paths.person(account.acct)}
          prefetch={false}
          className="flex flex-wrap items-baseline gap-x-1.5 text-label"
        >
          <b>{account.display_name}</b>
          <span className="text-[.875rem] text-ink-3">@{account.acct}</span>
        </Link>
        <p className="mt-0.5 line-clamp-2 text-label break-words text-ink-2">
          {said?.text || (count === "1" ? "One alert" : `${count} alerts`)}
        </p>
        <div className="mt-2 flex min-h-9 flex-wrap items-center gap-2" role="status">
          {done ? (
            <span className="text-meta text-ink-2">{DONE[done]}</span>
          ) : (
            <>
              <Button
                look="ink"
                size="small"
                aria-label={`Let ${account.display_name} in`}
                onClick={() => void decide("accept")}
              >
                Let in
              </Button>
              <Button
                look="soft"
                size="small"
                aria-label={`Put ${account.display_name} away`}
                onClick={() => void decide("dismiss")}
              >
                Put away
              </Button>
            </>
          )}
        </div>
      </div>
    </li>
  );
}
