"use client";

import { lazy, Suspense, use } from "react";
import { BarkText, handlesIn } from "@/app/_features/bark/bark-text";
import { ContentNote } from "@/app/_features/bark/note";
import { QuoteBlock } from "@/app/_features/bark/quote";
import { LinkCard, withoutCardLink } from "@/app/_features/cards/link-card";
import { cx } from "@/app/_ui/cx";
import { Filtered } from "@/app/_features/moderation/filtered";
import { Pictures } from "@/app/_features/pictures/pictures";
import { FoundWords } from "@/app/_features/search/found-words";
import { bark as sentences } from "@/app/_words/bark";
import { isFewEmoji } from "@/lib/text/emoji";
import type { Status } from "@/lib/barks/schema";

interface ContentsProps {
  bark: Status;
  large?: boolean;
  /** Inside a thread it is clear whom a reply is for: the leading mentions are left out. */
  inThread?: boolean;
  viewerId: string | null;
}

// Few barks have one.
const PollBlock = lazy(() => import("@/app/_features/polls/block"));

/** The text, the pictures and the poll of a bark, behind its content note if there is one. */
export function Contents({ bark, large = false, inThread = false, viewerId }: ContentsProps) {
  const { text, spoiler_text: note, media_attachments: pictures, quote } = bark;
  const mark = use(FoundWords);
  const words = withoutCardLink(withoutFirstMentions(text ?? "", bark, inThread), bark);
  const body = (
    <>
      {words !== "" && (
        <p
          dir="auto"
          lang={bark.language ?? undefined}
          className={cx(
            "break-words whitespace-pre-line",
            isFewEmoji(words) ? "text-hero" : large && "text-lead tracking-[-.005em]",
          )}
        >
          <BarkText text={words} people={handlesIn(bark)} {...(mark && { mark })} />
        </p>
      )}
      {pictures.length > 0 && (
        <div className="mt-2.5">
          <Pictures
            pictures={pictures}
            sensitive={(bark.sensitive && note === "") || isBlurred(bark)}
            label={sentences.picturesOf(bark.account.display_name)}
          />
        </div>
      )}
      {bark.poll && (
        <Suspense fallback={<div className="min-h-40" />}>
          <PollBlock bark={bark} poll={bark.poll} viewerId={viewerId} />
        </Suspense>
      )}
      <LinkCard bark={bark} />
    </>
  );
  return (
    <Filtered id={bark.id} results={bark.filtered}>
      {note === "" ? (
        body
      ) : (
        <ContentNote id={bark.id} note={note}>
          {body}
        </ContentNote>
      )}
      {quote && <QuoteBlock quote={quote} />}
    </Filtered>
  );
}

/** A filter of the viewer's blurs its pictures. */
function isBlurred({ filtered }: Status): boolean {
  return filtered.some(({ filter }) => filter.filter_action === "blur");
}

/**
 * A reply's text without its leading mentions: in a thread all of them, elsewhere the one that "Replying to" already
 * shows. A bark that consists only of mentions keeps them.
 */
function withoutFirstMentions(text: string, bark: Status, inThread: boolean): string {
  if (bark.in_reply_to_id === null) return text;
  const known = bark.mentions.filter(({ id }) => inThread || id === bark.in_reply_to_account_id);
  const handles = new Set(known.map(({ acct }) => acct.toLowerCase()));
  let rest = text;
  for (let match = FIRST.exec(rest); match; match = FIRST.exec(rest)) {
    if (!handles.has((match[1] ?? "").toLowerCase())) break;
    rest = rest.slice(match[0].length);
  }
  return rest.trimStart() || text;
}

const FIRST = /^\s*@(\w{1,30})(?=\s)/;
