"use client";

import { isolated } from "@/lib/text/isolate";
import { X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { CircleSign } from "@/app/_features/circles/sign";
import { whySuggested } from "@/app/_features/discover/words";
import { FollowButton } from "@/app/_features/people/follow-button";
import { useToast } from "@/app/_ui/toast";
import { discover } from "@/app/_words/discover";
import type { Suggestion } from "@/lib/circles/schema";
import { paths } from "@/lib/paths";

/** Suggested people side by side, each with the reason. Dismissed people are not suggested again. */
export function PeopleStrip({ people }: { people: Suggestion[] }) {
  const { shown, dismiss } = useDismissed(people);
  if (shown.length === 0) {
    return <p className="px-4 pb-4 text-label text-ink-2 desk:px-5">{discover.noMorePeople}</p>;
  }
  return (
    <ul className="flex gap-3 overflow-x-auto px-4 pt-1 pb-4 desk:px-5">
      {shown.map((suggestion) => {
        const { account } = suggestion;
        return (
          <li
            key={account.id}
            className="relative flex w-41 flex-none flex-col items-center gap-1.5 rounded-card border border-line px-3.5 pt-4 pb-3.5 text-center"
          >
            <button
              type="button"
              aria-label={discover.dismiss(account.display_name)}
              onClick={() => dismiss(suggestion)}
              className="plain absolute top-0 inset-e-0 z-1 grid size-11 place-items-center rounded-pill text-ink-3"
            >
              <X className="size-4.5" aria-hidden="true" />
            </button>
            <Link
              href={paths.person(account.acct)}
              prefetch={false}
              className="grid w-full justify-items-center gap-1.5 rounded-field"
            >
              <Avatar src={account.avatar} size={56} />
              <b className="max-w-full truncate text-label">
                <bdi>{account.display_name}</bdi>
              </b>
            </Link>
            {suggestion.sources.includes("friends_of_friends") && <CircleSign degree={2} />}
            <p className="min-h-9 flex-1 text-meta text-ink-2 wrap-anywhere">{whySuggested(suggestion)}</p>
            <FollowButton person={{ id: account.id, name: account.display_name, locked: account.locked }} />
          </li>
        );
      })}
    </ul>
  );
}

/** The suggestions without those dismissed here; one returns when the server was not reached. */
export function useDismissed(people: Suggestion[]): {
  shown: Suggestion[];
  dismiss: (suggestion: Suggestion) => void;
} {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const say = useToast();
  const dismiss = ({ account: { id, display_name: name } }: Suggestion) => {
    setGone((before) => new Set(before).add(id));
    void send(`/api/v1/suggestions/${id}`, { method: "DELETE" }).then((outcome) => {
      if (outcome.ok) return say(discover.dismissed(isolated(name)));
      setGone((before) => new Set([...before].filter((other) => other !== id)));
      say(outcome.sentence);
    });
  };
  return { shown: people.filter(({ account }) => !gone.has(account.id)), dismiss };
}
