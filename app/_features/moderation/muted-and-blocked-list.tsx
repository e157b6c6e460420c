"use client";

import { formatDate } from "@/app/_client/format-date";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { send } from "@/app/_client/api";
import { MorePages } from "@/app/_features/feed/rows";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { usePages } from "@/app/_client/use-pages";
import { PersonLine } from "@/app/_features/people/person-line";
import { moderation as words } from "@/app/_words/moderation";
import type { MutedAccount } from "@/lib/moderation/schema";
import type { Account } from "@/lib/people/schema";

type Entry = Account & Partial<Pick<MutedAccount, "mute_expires_at">>;
type Verb = "block" | "mute";

const WORDS = {
  block: { on: words.unblock, off: words.block },
  mute: { on: words.unmute, off: words.mute },
};

/** The people whom the viewer blocks or mutes, each with a button to undo it, which can be reverted until they leave. */
export function MutedAndBlockedList({ verb, first, next }: { verb: Verb; first: Entry[]; next: string | null }) {
  const [start] = useState({ first, next });
  const pages = usePages(start.next, (address) => send<Entry[]>(address));
  return (
    <>
      <ul>
        {[...start.first, ...pages.items].map((account) => (
          <Line key={account.id} verb={verb} account={account} />
        ))}
      </ul>
      <MorePages pages={pages} />
    </>
  );
}

function Line({ verb, account }: { verb: Verb; account: Entry }) {
  const [on, change] = useOptimistic(true, (next) =>
    send(`/api/v1/accounts/${account.id}/${next ? verb : `un${verb}`}`, { method: "POST" }),
  );
  const word = WORDS[verb][on ? "on" : "off"];
  const until = on && account.mute_expires_at ? words.until(when(account.mute_expires_at)) : undefined;
  return (
    <PersonLine account={account} detail={until}>
      <Button
        look={on ? "soft" : "outline"}
        size="small"
        aria-label={words.of(word, account.display_name)}
        onClick={() => change(!on)}
      >
        {word}
      </Button>
    </PersonLine>
  );
}

function when(iso: string): string {
  return formatDate(Date.parse(iso), { dateStyle: "medium", timeStyle: "short" });
}
