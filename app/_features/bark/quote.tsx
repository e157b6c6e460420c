"use client";

import { History } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/app/_ui/avatar";
import { BarkText, handlesIn } from "@/app/_features/bark/bark-text";
import { useIsDeleted } from "@/app/_features/bark/use-bark";
import { bark as words } from "@/app/_words/bark";
import { Ago } from "@/app/_features/time/time";
import { Who } from "@/app/_features/people/who";
import type { QuotedStatus, Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";

type Quote = NonNullable<Status["quote"]>;

/** A quoted bark inside a bark, in the version that was quoted; or a sentence where it cannot be shown. */
export function QuoteBlock({ quote }: { quote: Quote }) {
  const { state, quoted_status: quoted } = quote;
  const gone = useIsDeleted(quoted?.id ?? "");
  if (state !== "accepted" || !quoted || gone) {
    return <Absent>{words.quoteAbsent[state === "accepted" ? (gone ? "deleted" : "unauthorized") : state]}</Absent>;
  }
  return <Quoted quoted={quoted} newer={quote.newer} />;
}

function Quoted({ quoted, newer }: { quoted: QuotedStatus; newer: boolean }) {
  const { account } = quoted;
  const pictures = quoted.media_attachments;
  const href = paths.bark(account.acct, quoted.id);
  return (
    <section
      aria-label={words.quotedFrom(account.display_name)}
      className="relative z-1 mt-2.5 rounded-media border border-line bg-surface focus-within:border-edge hover:bg-sunken/40"
    >
      <div className="relative px-3 pt-2.5 pb-[.6875rem]">
        <p className="flex items-center gap-1.5 text-small leading-5.5">
          <Avatar src={account.avatar} size={20} />
          <Who name={account.display_name} handle={account.acct} />
          <span className="flex-none text-ink-3">
            ·{" "}
            <Link
              href={href}
              prefetch={false}
              className="outline-none after:absolute after:inset-0 after:rounded-media focus-visible:after:outline-2 focus-visible:after:outline-focus"
            >
              <Ago at={quoted.created_at} />
            </Link>
          </span>
        </p>
        {quoted.spoiler_text === "" ? (
          <p dir="auto" className="mt-0.5 line-clamp-4 text-label leading-5.25 break-words whitespace-pre-line">
            <BarkText text={quoted.text ?? ""} people={handlesIn(quoted)} />
          </p>
        ) : (
          <p dir="auto" className="mt-0.5 text-label text-warn">
            {quoted.spoiler_text}
          </p>
        )}
        {pictures.length > 0 && <p className="mt-1 text-meta text-ink-3">{words.withPictures(pictures.length)}</p>}
      </div>
      {newer && (
        <Link
          href={paths.history(account.acct, quoted.id)}
          prefetch={false}
          className="group flex min-h-11 items-center gap-1.5 border-t border-line px-3 py-1 text-meta text-ink-2"
        >
          <History className="size-3.75 flex-none" aria-hidden="true" />
          <span>
            {words.quotedBefore} <span className="text-accent-text group-hover:underline">{words.seeNewer}</span>
          </span>
        </Link>
      )}
    </section>
  );
}

/** Shown in place of an unavailable bark. */
function Absent({ children }: { children: string }) {
  return <p className="mt-2.5 rounded-media border border-line px-3 py-2.5 text-label text-ink-3">{children}</p>;
}
