"use client";

import { Lock, Moon } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { BarkMenu } from "@/app/_features/bark/menu";
import { Actions } from "@/app/_features/bark/actions";
import { Contents } from "@/app/_features/bark/contents";
import { AboveFold } from "@/app/_features/pictures/above-fold";
import { ReplyingTo } from "@/app/_features/bark/context";
import { Counters } from "@/app/_features/bark/counters";
import { Reactions } from "@/app/_features/bark/reactions";
import { nameOf } from "@/app/_features/bark/say";
import { threadPlace } from "@/app/_features/bark/thread-place";
import { useBark, useWatch } from "@/app/_features/bark/use-bark";
import { ClockTime, FullDate } from "@/app/_features/time/time";
import { FollowButton } from "@/app/_features/people/follow-button";
import { bark as words } from "@/app/_words/bark";
import type { FollowState } from "@/app/_client/follow-state";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

interface BigBarkProps {
  status: Status;
  viewerId: string | null;
  /** The viewer's relationship to its author; null where there is no follow button. */
  standing: FollowState | null;
  /** The barks that it answers are shown above it. */
  answering: boolean;
}

const AUDIENCES = {
  public: null,
  unlisted: { icon: Moon, label: words.audiences.unlisted },
  private: { icon: Lock, label: words.audiences.private },
  direct: { icon: Lock, label: words.audiences.direct },
} as const;

/** A bark on its own page: large, with its full date and all counters. */
export function BigBark({ status, viewerId, standing, answering }: BigBarkProps) {
  const bark = useBark(status);
  const element = useWatch(bark.id);
  const { account } = bark;
  // It neither comes nor goes while the page is read: replies below it would move.
  const [reactedAbove] = useState(bark.emoji_reactions.length > 0);
  useEffect(() => {
    if (answering && !threadPlace()) element.current?.scrollIntoView({ block: "start" });
  }, [answering, element]);
  return (
    <article
      ref={element}
      aria-label={nameOf(bark)}
      data-row={bark.id}
      data-line={answering ? "up" : undefined}
      tabIndex={-1}
      className="bark-card big-bark relative border-b border-line px-(--bark-x) pt-3"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={paths.person(account.acct)}
          prefetch={false}
          className="flex min-w-0 grow basis-32 items-center gap-3 text-label"
        >
          <Avatar src={account.avatar} />
          <span className="min-w-0">
            <b className="block truncate">
              <bdi>{account.display_name}</bdi>
            </b>
            <span className="block truncate text-meta text-ink-3">
              <bdi dir="ltr">@{account.acct}</bdi>
            </span>
          </span>
        </Link>
        <span className="-me-2 ms-auto flex items-center gap-1">
          {(standing || viewerId === null) && (
            <FollowButton
              person={{ id: account.id, name: account.display_name, locked: account.locked }}
              standing={standing ?? "none"}
              joinFirst={viewerId === null ? account.avatar : undefined}
            />
          )}
          <span className="grid size-11 place-items-center">
            <BarkMenu bark={bark} viewerId={viewerId} />
          </span>
        </span>
      </header>
      <div className="mt-3">
        {!answering && <ReplyingTo bark={bark} />}
        <AboveFold value>
          <Contents bark={bark} large inThread={answering} viewerId={viewerId} />
        </AboveFold>
      </div>
      <When bark={bark} />
      <Counters bark={bark} />
      {reactedAbove && (
        <div className="border-b border-line pb-2.5">
          <Reactions bark={bark} viewerId={viewerId} />
        </div>
      )}
      <Actions bark={bark} viewerId={viewerId} large reactedAbove={reactedAbove} />
    </article>
  );
}

function When({ bark }: { bark: Status }) {
  const audience = AUDIENCES[bark.visibility];
  return (
    <p className="mt-3 text-small leading-5 text-ink-3">
      <FullDate at={bark.created_at} />
      {bark.edited_at && (
        <>
          {" · "}
          <Link
            href={paths.history(bark.account.acct, bark.id)}
            prefetch={false}
            className="relative whitespace-nowrap text-accent-text underline decoration-dotted underline-offset-3 after:absolute after:-inset-x-1 after:-inset-y-3 hover:decoration-solid"
          >
            {words.editedAt} <ClockTime at={bark.edited_at} beside={bark.created_at} />
          </Link>
        </>
      )}
      {audience && (
        <>
          {" · "}
          <span className="whitespace-nowrap">
            <audience.icon className="inline size-3.5 align-[-.125em]" aria-hidden="true" /> {audience.label}
          </span>
        </>
      )}
      {bark.application && ` · ${bark.application.name}`}
    </p>
  );
}
