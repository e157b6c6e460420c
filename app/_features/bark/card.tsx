"use client";

import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { Actions } from "@/app/_features/bark/actions";
import { Contents } from "@/app/_features/bark/contents";
import { AnsweredLine, RebarkedBy } from "@/app/_features/bark/context";
import { nameOf } from "@/app/_features/bark/say";
import { Head } from "@/app/_features/bark/head";
import { useBark, useWatch } from "@/app/_features/bark/use-bark";
import { Filtered } from "@/app/_features/moderation/filtered";
import { cx } from "@/app/_ui/cx";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

interface BarkCardProps {
  status: Status;
  viewerId: string | null;
  /** Its place in a feed, for screen readers; `of` is -1 while the length is unknown. */
  place?: { at: number; of: number };
  /** Its rank in a list of the most popular. */
  rank?: number | null;
  /** Whether a line connects it to the bark above, to the one below, or to neither. */
  thread?: { up: boolean; down: boolean; /** Not under what it answers: then it says whom. */ apart: boolean };
}

/** A bark in a list. All of it links to the bark; names, links and buttons keep their own function. */
export function BarkCard({ status, viewerId, place, rank = null, thread }: BarkCardProps) {
  const bark = useBark(status.reblog ?? status);
  const row = useWatch(bark.id);
  const { account } = bark;
  return (
    <article
      ref={row}
      aria-label={nameOf(bark, status)}
      aria-posinset={place?.at}
      aria-setsize={place?.of}
      data-row={status.id}
      data-line={thread && cx(thread.up && "up", thread.down && "down")}
      tabIndex={0}
      className={cx(
        "bark-card relative grid grid-cols-avatar gap-x-3 px-(--bark-x) pt-3 pb-1 focus-visible:-outline-offset-2",
        !thread?.down && "border-b border-line",
      )}
    >
      {status.reblog && (
        <div className="col-start-2 min-w-0">
          <RebarkedBy person={status.account} />
        </div>
      )}
      {(!thread || thread.apart) && <AnsweredLine bark={bark} />}
      <Link
        href={paths.person(account.acct)}
        prefetch={false}
        tabIndex={-1}
        aria-hidden="true"
        className="relative z-1 col-start-1 self-start"
      >
        <Avatar src={account.avatar} />
        {rank !== null && (
          <span className="mt-1 block text-center text-label font-black text-accent-text tabular-nums">{rank}</span>
        )}
      </Link>
      <div className="min-w-0">
        <Head bark={bark} viewerId={viewerId} />
        <Filtered id={bark.id} results={bark.filtered}>
          <Contents bark={bark} inThread={thread !== undefined} viewerId={viewerId} />
          <Actions bark={bark} viewerId={viewerId} />
        </Filtered>
      </div>
    </article>
  );
}
