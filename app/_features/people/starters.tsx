"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { people as words } from "@/app/_words/people";
import { FollowButton } from "@/app/_features/people/follow-button";
import { why } from "@/app/_features/people/why";
import { followChanges, type FollowChange } from "@/app/_client/follow-state";
import { useStore } from "@/app/_client/use-store";
import { mutate } from "@/app/_client/outbox/mutate";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast";
import type { Starter } from "@/lib/circles/schema";
import { paths } from "@/lib/paths";

interface StartersProps {
  people: Starter[];
  /** How many of them are shown at a time; the row of somebody who is followed is given to the next. */
  shown: number;
}

/** How long (ms) a row says that its person is followed before the next takes its place. */
const TOLD_MS = 1_200;

/** People to start with: each with a reason, and all that are shown with one press. */
export function Starters({ people, shown }: StartersProps) {
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const offered = useOffered(people, shown);
  const followAll = async () => {
    setBusy(true);
    const outcomes = await Promise.all(
      offered.map(({ account: { id, locked } }) =>
        mutate({ kind: "follow", personId: id, next: locked ? "requested" : "following", before: "none" }),
      ),
    );
    const failed = outcomes.find((outcome) => outcome?.ok === false);
    setBusy(false);
    if (failed?.ok === false) return say(failed.sentence);
    // The page is read again: Home is full now.
    location.reload();
  };
  return (
    <section aria-labelledby="starters">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 px-4 pt-4 desk:px-5">
        <h2 id="starters" className="text-title font-bold tracking-heading">
          {words.toStartWith(offered.length)}
        </h2>
        <Button look="ink" disabled={busy} onClick={() => void followAll()}>
          {words.followThese(offered.length)}
        </Button>
      </div>
      <p className="px-4 pt-1 pb-2 text-label text-ink-2 desk:px-5">{words.followThree}</p>
      <ul>
        {offered.map(({ account, reason }) => {
          const { icon: Icon, text } = why(reason);
          return (
            <li
              key={account.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line px-4 py-2.5 not-first:border-t desk:px-5"
            >
              <Link href={paths.person(account.acct)} prefetch={false} className="flex min-w-0 grow basis-40 gap-3">
                <Avatar src={account.avatar} size={40} />
                <span className="min-w-0 text-label">
                  <b className="block truncate">
                    <bdi>{account.display_name}</bdi>
                  </b>
                  <span className="flex items-start gap-1.5 text-meta text-ink-2">
                    <Icon className="mt-0.5 size-3.5 flex-none" aria-hidden="true" />
                    <span className="line-clamp-2 wrap-anywhere">{text}</span>
                  </span>
                </span>
              </Link>
              <FollowButton
                look="outline"
                person={{ id: account.id, name: account.display_name, locked: account.locked }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The people who are shown: whoever was followed gives their row to the next who is not followed yet. */
function useOffered(people: Starter[], shown: number): Starter[] {
  const changes = useStore(followChanges, (all) => all, NO_CHANGES);
  const [offered, setOffered] = useState(() => people.slice(0, shown));
  const isFollowed = ({ account }: Starter) =>
    ["following", "requested"].includes(changes.get(account.id)?.told ?? "none");
  const done = offered.find(isFollowed);
  const next = people.find((one) => !offered.includes(one) && !isFollowed(one));
  useEffect(() => {
    if (!done || !next) return;
    const timer = setTimeout(() => setOffered((before) => before.map((one) => (one === done ? next : one))), TOLD_MS);
    return () => clearTimeout(timer);
  }, [done, next]);
  return offered;
}

const NO_CHANGES: ReadonlyMap<string, FollowChange> = new Map();
