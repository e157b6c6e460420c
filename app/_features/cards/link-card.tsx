import { use } from "react";
import { Link as LinkIcon } from "lucide-react";
import { AboveFold } from "@/app/_features/pictures/above-fold";
import { fading, placeholder } from "@/app/_features/pictures/placeholder";
import type { Status } from "@/lib/barks/schema";
import { siteOf } from "@/lib/cards/rules";
import { local } from "@/lib/paths";

type Carrying = Pick<Status, "card" | "sensitive" | "spoiler_text">;

/**
 * What the link of a bark leads to. Every card has the same height, whatever it contains, so that rows can be measured
 * before its picture is loaded. The picture of a sensitive bark is left out.
 */
export function LinkCard({ bark }: { bark: Carrying }) {
  const { card } = bark;
  const isAboveFold = use(AboveFold);
  if (!card) return null;
  const image = bark.sensitive && bark.spoiler_text === "" ? null : card.image;
  return (
    <a
      href={card.url}
      rel="nofollow noopener noreferrer"
      target="_blank"
      data-link-card
      className="relative z-1 mt-2.5 flex h-24.5 overflow-hidden rounded-media border border-line bg-surface hover:border-edge focus-visible:outline-offset-0"
    >
      {image && (
        <img
          src={local(image)}
          alt={card.image_description}
          loading={isAboveFold ? "eager" : "lazy"}
          decoding="async"
          {...fading}
          style={{ backgroundImage: card.thumbhash ? `url("${placeholder(card.thumbhash)}")` : undefined }}
          className="aspect-square h-full flex-none border-e border-line bg-sunken bg-cover object-cover text-transparent"
        />
      )}
      <span className="flex min-w-0 flex-1 flex-col justify-center px-3">
        <span className="flex items-center gap-1 text-small leading-5 text-ink-3">
          <LinkIcon className="size-3.5 flex-none" aria-hidden="true" />
          <bdi className="truncate">{siteOf(card)}</bdi>
        </span>
        <span dir="auto" lang={card.language ?? undefined} className="line-clamp-2 text-label leading-5 font-semibold">
          {card.title}
        </span>
        {card.description !== "" && (
          <span dir="auto" lang={card.language ?? undefined} className="truncate text-small leading-5 text-ink-3">
            {card.description}
          </span>
        )}
      </span>
    </a>
  );
}

/** A text without the link at its end when its card is shown below, which leads to the same place. */
export function withoutCardLink(text: string, { card }: Pick<Status, "card">): string {
  const end = text.trimEnd();
  return card && end.endsWith(card.url) ? end.slice(0, -card.url.length).trimEnd() : text;
}
