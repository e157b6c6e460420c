"use client";

import { moderation as words } from "@/app/_words/moderation";
import { isolated } from "@/lib/text/isolate";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { MorePages } from "@/app/_features/feed/rows";
import { usePages } from "@/app/_client/use-pages";
import { PersonLine } from "@/app/_features/people/person-line";
import { stripMarkup } from "@/lib/text/strip-markup";
import { useToast } from "@/app/_ui/toast";
import type { Account } from "@/lib/people/schema";

type Answer = "authorize" | "reject";

/** Follow requests, each to be accepted or rejected. */
export function RequestList({ first, next }: { first: Account[]; next: string | null }) {
  const [start] = useState({ first, next });
  const pages = usePages(start.next, (address) => send<Account[]>(address));
  return (
    <>
      <ul>
        {[...start.first, ...pages.items].map((account) => (
          <Request key={account.id} account={account} />
        ))}
      </ul>
      <MorePages pages={pages} />
    </>
  );
}

function Request({ account }: { account: Account }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const say = useToast();
  const name = account.display_name;

  /** A rejection can be undone, so it is sent when the time for undoing is over. */
  async function give(next: Answer): Promise<void> {
    setAnswer(next);
    if (next === "reject")
      return say(words.refusedName(isolated(name)), { undo: () => setAnswer(null), gone: () => void tell(next) });
    if (await tell(next)) say(words.acceptedName(isolated(name)), { undo: () => void undo() });
  }
  async function tell(next: Answer): Promise<boolean> {
    const path = `/api/v1/follow_requests/${account.id}/${next}`;
    const outcome = await send(path, { method: "POST", keepalive: true });
    if (!outcome.ok) {
      setAnswer(null);
      say(outcome.sentence);
    }
    return outcome.ok;
  }
  async function undo(): Promise<void> {
    const outcome = await send(`/api/v1/accounts/${account.id}/remove_from_followers`, { method: "POST" });
    say(outcome.ok ? words.followerRemoved(isolated(name)) : outcome.sentence);
  }

  const said = answer === "authorize" ? words.accepted : answer === "reject" ? words.refused : null;
  return (
    <PersonLine account={account} detail={said ?? stripMarkup(account.note)}>
      {answer === null && (
        <>
          <Button look="ink" size="small" aria-label={words.acceptName(name)} onClick={() => void give("authorize")}>
            {words.accept}
          </Button>
          <Button look="soft" size="small" aria-label={words.refuseName(name)} onClick={() => void give("reject")}>
            {words.refuse}
          </Button>
        </>
      )}
    </PersonLine>
  );
}
