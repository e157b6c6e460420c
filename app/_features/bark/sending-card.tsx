"use client";

import { Clock } from "lucide-react";
import { Avatar } from "@/app/_ui/avatar";
import { QuoteBlock } from "@/app/_features/bark/quote";
import { cx } from "@/app/_ui/cx";
import { useStore } from "@/app/_client/use-store";
import { outboxStatus } from "@/app/_client/outbox/mutate";
import { Pictures } from "@/app/_features/pictures/pictures";
import { Who } from "@/app/_features/people/who";
import { bark as words } from "@/app/_words/bark";
import type { Sending } from "@/app/_client/events";
import type { QuotedStatus, Status } from "@/lib/barks/schema";

/** The viewer's new bark that is being sent or waits for a connection, at its final position. */
export function SendingCard({ sending }: { sending: Sending }) {
  const { author, text, spoiler, sensitive, pictures, quote, replyTo } = sending;
  const waits = useStore(outboxStatus, ({ barks }) => barks.has(sending.key), false);
  const how = waits ? words.waiting : words.sending;
  return (
    <article
      aria-label={`${author.name}, ${how}`}
      className="grid grid-cols-avatar gap-x-3 border-b border-line px-4 pt-3 pb-3 desk:px-5"
    >
      <Avatar src={author.avatar} />
      <div className="min-w-0">
        <p className="flex items-baseline gap-1.5 text-label leading-5.5">
          <Who name={author.name} handle={author.handle} />
          <span className="flex-none text-small text-ink-3">· {how}</span>
        </p>
        {replyTo && <p className="text-meta text-ink-3">{words.answersPerson(replyTo.account.acct)}</p>}
        {spoiler !== "" && (
          <p dir="auto" className="text-label text-warn">
            {spoiler}
          </p>
        )}
        <p dir="auto" className="break-words whitespace-pre-line">
          {text.trim()}
        </p>
        {pictures.length > 0 && (
          <div className="mt-2.5">
            <Pictures pictures={pictures} sensitive={sensitive} label={words.ownPictures} />
          </div>
        )}
        {quote && (
          <QuoteBlock
            quote={{ state: "accepted", quoted_version: quote.version, newer: false, quoted_status: toQuoted(quote) }}
          />
        )}
        <p className={cx("mt-1 flex items-center gap-1.5 text-meta text-ink-3", !waits && "late")}>
          <Clock className="size-4" aria-hidden="true" /> {waits ? words.sendsLater : words.onItsWay}
          {waits && (
            <button
              type="button"
              onClick={() => void takeBack(sending.key)}
              className="-my-3 ms-auto min-h-11 flex-none rounded-pill px-3 font-bold text-ink-2 hover:text-ink"
            >
              {words.toDrafts}
            </button>
          )}
        </p>
      </div>
    </article>
  );
}

async function takeBack(key: string): Promise<void> {
  const keeper = await import("@/app/_client/outbox/queue");
  await keeper.cancel(key);
}

/** A bark inside another one, without its own quote. */
export function toQuoted(status: Status): QuotedStatus {
  return { ...status, reblog: null, quote: null };
}
