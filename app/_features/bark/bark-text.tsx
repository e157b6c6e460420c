import Link from "next/link";
import type { ReactNode } from "react";
import type { Status } from "@/lib/barks/schema";
import { paths } from "@/lib/paths";
import { entities } from "@/lib/text/entities";

interface BarkTextProps {
  text: string;
  people: string[];
  /** In search results: marks the words that were searched for. */
  mark?: (said: string) => ReactNode;
}

const asIs = (said: string): ReactNode => said;

/** The text of a bark with its links, mentions and topics. Rendered from the source text, never from HTML. */
export function BarkText({ text, people, mark = asIs }: BarkTextProps) {
  const known = new Set(people.map((handle) => handle.toLowerCase()));
  return entities(text).map((entity, index) => {
    if (entity.kind === "url") {
      return (
        <a
          key={index}
          href={entity.href}
          rel="nofollow noopener noreferrer"
          target="_blank"
          className="relative z-1 text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current"
        >
          {shorten(entity.text)}
        </a>
      );
    }
    if (entity.kind === "mention" && known.has(entity.handle.toLowerCase())) {
      return (
        <Link
          key={index}
          href={paths.person(entity.handle)}
          prefetch={false}
          className="relative z-1 text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current"
        >
          {entity.text}
        </Link>
      );
    }
    if (entity.kind === "topic") {
      return (
        <Link
          key={index}
          href={paths.topic(entity.name)}
          prefetch={false}
          className="relative z-1 font-medium text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current"
        >
          {mark(entity.text)}
        </Link>
      );
    }
    return <span key={index}>{mark(entity.text)}</span>;
  });
}

function shorten(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/i, "");
  return bare.length > 30 ? `${bare.slice(0, 30)}…` : bare;
}

/** A text with its links, where every handle links to a page; whether the person exists is checked on click. */
export function LinkedText({ text }: { text: string }) {
  const handles = entities(text).flatMap((entity) => (entity.kind === "mention" ? [entity.handle] : []));
  return <BarkText text={text} people={handles} />;
}

/** The handles by which a bark's text names people: current and former ones. */
export function handlesIn({ mentions }: Pick<Status, "mentions">): string[] {
  return mentions.flatMap(({ acct, formerly }) => [acct, ...formerly]);
}
