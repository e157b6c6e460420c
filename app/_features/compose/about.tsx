import { fill } from "@/app/_ui/fill";
import { Avatar } from "@/app/_ui/avatar";
import { BarkText } from "@/app/_features/bark/bark-text";
import { QuoteBlock } from "@/app/_features/bark/quote";
import { whoIsNotified } from "@/app/_features/compose/prefill";
import type { Composing } from "@/app/_features/compose/use-composer";
import { toQuoted } from "@/app/_features/bark/sending-card";
import { compose as words } from "@/app/_words/compose";
import { Ago } from "@/app/_features/time/time";
import { Who } from "@/app/_features/people/who";
import type { Status } from "@/lib/barks/schema";

/** Above a reply: the bark that is answered, connected to it by a line. */
export function Answered({ composing: { writing, subject, trouble } }: { composing: Composing }) {
  if (!writing?.replyTo) return null;
  if (!subject) return <p className="pb-2 text-meta text-ink-3">{trouble ?? words.loading}</p>;
  const { account } = subject;
  return (
    <section aria-label={words.replyingTo(account.display_name)} className="grid grid-cols-avatar gap-x-3">
      <div className="grid grid-rows-thread justify-items-center">
        <Avatar src={account.avatar} />
        <span aria-hidden="true" className="my-2 w-0.5 bg-line" />
      </div>
      <div className="min-w-0 pb-4">
        <p className="flex items-baseline gap-1.5 text-label leading-5.5">
          <Who name={account.display_name} handle={account.acct} />
          <span className="flex-none text-small text-ink-3">
            {"· "}
            <Ago at={subject.created_at} />
          </span>
        </p>
        <Words subject={subject} />
        <p className="mt-1.5 text-meta text-ink-3">
          {fill(words.replyingTo("{person}"), {
            person: (
              <bdi dir="ltr" className="text-accent-text">
                @{account.acct}
              </bdi>
            ),
          })}
        </p>
      </div>
    </section>
  );
}

function Words({ subject }: { subject: Status }) {
  const { text, spoiler_text: note, media_attachments: pictures } = subject;
  return (
    <>
      <p dir="auto" className="line-clamp-6 break-words whitespace-pre-line">
        {note === "" ? <BarkText text={text ?? ""} people={subject.mentions.map(({ acct }) => acct)} /> : note}
      </p>
      {pictures.length > 0 && <p className="mt-1 text-meta text-ink-3">{words.withPictures(pictures.length)}</p>}
    </>
  );
}

/** Below the text: the bark that is quoted, or who is notified of an edit. */
export function Quoted({ composing: { writing, subject, trouble } }: { composing: Composing }) {
  if (writing?.edits && subject) return <p className="mt-3 text-meta text-ink-3">{whoIsNotified(subject)}</p>;
  if (!writing?.quotes) return trouble ? <p className="mt-3 text-meta text-ink-3">{trouble}</p> : null;
  if (!subject) return <p className="mt-3 text-meta text-ink-3">{trouble ?? words.loading}</p>;
  const quote = { state: "accepted", quoted_version: subject.version, newer: false } as const;
  return (
    <div inert>
      <QuoteBlock quote={{ ...quote, quoted_status: toQuoted(subject) }} />
    </div>
  );
}
