import { BarkWords, Chip, OtherBark } from "@/app/(main)/town-hall/parts";
import { Ago } from "@/app/_features/time/time";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { townHall as words } from "@/app/_words/town-hall";
import type { HeldBark } from "@/lib/barks/held/schema";

interface HeldCardProps {
  bark: HeldBark;
  busy: boolean;
  approve: () => void;
  decline: () => void;
}

/** One bark that waits: by whom, since when and because of which word, all that it says, and the two answers. */
export function HeldCard({ bark, busy, approve, decline }: HeldCardProps) {
  const { account, word, params, answered, quoted, media_attachments: pictures } = bark;
  return (
    <li className="grid grid-cols-1 gap-3 border-line p-4 not-first:border-t">
      <p className="flex items-center gap-3">
        <Avatar src={account.avatar} size={36} />
        <span className="min-w-0 text-label">
          <b className="wrap-anywhere">
            <bdi>{account.display_name}</bdi>
          </b>
          <span className="block text-meta wrap-anywhere text-ink-3">
            <bdi dir="ltr">@{account.username}</bdi> · <Ago at={bark.held_at} />
          </span>
        </span>
      </p>
      {answered && <OtherBark label={words.answering} bark={answered} />}
      {params.spoiler_text !== "" && (
        <p dir="auto" className="text-label font-bold wrap-anywhere">
          {params.spoiler_text}
        </p>
      )}
      <BarkWords text={params.text} />
      {quoted && <OtherBark label={words.quoting} bark={quoted} />}
      {params.poll && (
        <ul aria-label={words.pollOptions} className="grid gap-1.5">
          {params.poll.options.map((option) => (
            <li
              key={option}
              dir="auto"
              className="rounded-field border border-line px-3 py-1.5 text-label wrap-anywhere"
            >
              {option}
            </li>
          ))}
        </ul>
      )}
      {pictures.map((picture) => (
        <figure key={picture.id} className="flex items-start gap-3">
          {/* oxlint-disable-next-line nextjs/no-img-element -- already encoded in three sizes */}
          <img src={picture.preview_url} alt="" className="size-20 flex-none rounded-field bg-sunken object-cover" />
          <figcaption dir="auto" className="min-w-0 text-meta wrap-anywhere text-ink-2">
            {picture.description ?? words.noDescription}
          </figcaption>
        </figure>
      ))}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <Chip loud>{words.heldFor.replace("{word}", () => word)}</Chip>
        <div className="flex flex-wrap gap-2">
          <Button
            look="ink"
            disabled={busy}
            aria-label={words.publishNamed(account.display_name, word)}
            onClick={approve}
          >
            {words.publish}
          </Button>
          <Button
            look="soft"
            disabled={busy}
            aria-label={words.declineNamed(account.display_name, word)}
            onClick={decline}
          >
            {words.decline}
          </Button>
        </div>
      </div>
    </li>
  );
}
