"use client";

import { Button } from "@/app/_ui/button";
import { send } from "@/app/_client/api";
import { Sentinel, Trouble } from "@/app/_features/feed/rows";
import { useOptimistic } from "@/app/_features/people/use-optimistic";
import { usePagedList } from "@/app/_features/moderation/use-paged-list";
import { PersonLine } from "@/app/_features/people/person-line";
import type { MutedAccount } from "@/lib/moderation/schema";
import type { Account } from "@/lib/people/schema";

type Entry = Account & Partial<Pick<MutedAccount, "mute_expires_at">>;
type Verb = "block" | "mute";

const WORDS = { block: { on: "Unblock", off: "Block" }, mute: { on: "Unmute", off: "Mute" } };

/** Whom somebody blocks or mutes, each with the way back (and back again, until one leaves). */
export function MutedAndBlockedList({
  verb,
  first,
  next: firstNext,
}: {
  verb: Verb;
  first: Entry[];
  next: string | null;
}) {
  const { items, next, trouble, more } = usePagedList(first, firstNext);
  return (
    <>
      <ul>
        {items.map((account) => (
          <Line key={account.id} verb={verb} account={account} />
        ))}
      </ul>
      {trouble ? (
        <Trouble sentence={trouble} again={() => void more()} />
      ) : (
        next && <Sentinel key={next} seen={() => void more()} />
      )}
    </>
  );
}

function Line({ verb, account }: { verb: Verb; account: Entry }) {
  const [on, change] = useOptimistic(true, (next) =>
    send(`/api/v1/accounts/${account.id}/${next ? verb : `un${verb}`}`, { method: "POST" }),
  );
  const word = WORDS[verb][on ? "on" : "off"];
  const until = on && account.mute_expires_at ? `Until ${when(account.mute_expires_at)}` : undefined;
  return (
    <PersonLine account={account} detail={until}>
      <Button
        look={on ? "soft" : "outline"}
        size="small"
        aria-label={`${word} ${account.display_name}`}
        onClick={() => change(!on)}
      >
        {word}
      </Button>
    </PersonLine>
  );
}

function when(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }).format(Date.parse(iso));
}
