"use client";

import { Hash, Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { fill } from "@/app/_ui/fill";
import { Avatar } from "@/app/_ui/avatar";
import { Begin } from "@/app/_features/search/begin";
import { marker } from "@/app/_features/search/marked";
import { rememberSearch } from "@/app/_features/search/recent";
import { useSearchPreview } from "@/app/_features/search/use-search-preview";
import { search } from "@/app/_words/search";
import { paths } from "@/lib/paths";

export interface PanelProps {
  text: string;
  viewerId: string | null;
  /** Sets the text of the field. */
  write: (text: string) => void;
  /** Searches for it. */
  go: (text: string) => void;
  away: () => void;
}

/** Below the field: recent searches and examples; or people, topics and barks that match what is being typed. */
export default function Panel({ text, viewerId, write, go, away }: PanelProps) {
  const found = useSearchPreview(text);
  if (text.trim() === "") return <Begin viewerId={viewerId} write={write} go={go} />;
  const { people = [], topics = [], barks = [], trouble = null } = found ?? {};
  const count = people.length + topics.length + barks.length;
  const mark = marker(found?.q ?? text);
  const markName = marker(found?.q ?? text, true);
  const chosen = () => {
    rememberSearch(viewerId, text);
    away();
  };
  return (
    <div className="p-1.5">
      <p role="status" className="sr-only">
        {found && !trouble ? search.previewed(count) : ""}
      </p>
      {trouble && <p className="px-3 py-2 text-label text-ink-2">{trouble}</p>}
      <ul>
        {people.map(({ id, acct, avatar, display_name: name }) => (
          <Line key={id} href={paths.person(acct)} chosen={chosen} picture={<Avatar src={avatar} size={36} />}>
            <b className="block truncate">
              <bdi>{markName(name)}</bdi>
            </b>
            <span className="block truncate text-meta text-ink-3">@{markName(acct)}</span>
          </Line>
        ))}
        {topics.map(({ name }) => (
          <Line key={name} href={paths.topic(name)} chosen={chosen} picture={<Sign of={Hash} />}>
            <b className="block truncate">
              <bdi>#{markName(name)}</bdi>
            </b>
          </Line>
        ))}
        {barks.map(({ id, account, text: said, spoiler_text: note }) => (
          <Line
            key={id}
            href={paths.bark(account.acct, id)}
            chosen={chosen}
            picture={<Avatar src={account.avatar} size={36} />}
          >
            <span className="block truncate text-meta text-ink-3">
              <bdi>{account.display_name}</bdi>
            </span>
            <span dir="auto" className="line-clamp-2 break-words">
              {mark(note === "" ? (said ?? "") : note)}
            </span>
          </Line>
        ))}
      </ul>
      <button type="button" data-found onClick={() => go(text)} className={LINE}>
        <Sign of={Search} />
        <span className="min-w-0 flex-1 truncate text-start">
          {fill(search.allFor, { q: <bdi className="font-bold">{text.trim()}</bdi> })}
        </span>
      </button>
    </div>
  );
}

const LINE =
  "flex min-h-12 w-full items-center gap-3 rounded-field px-2.5 py-1.5 text-label hover:bg-sunken focus-visible:bg-sunken focus-visible:-outline-offset-2";

interface LineProps {
  href: string;
  chosen: () => void;
  picture: ReactNode;
  children: ReactNode;
}

function Line({ href, chosen, picture, children }: LineProps) {
  return (
    <li>
      <Link href={href} prefetch={false} data-found onClick={chosen} className={LINE}>
        {picture}
        <span className="min-w-0 flex-1">{children}</span>
      </Link>
    </li>
  );
}

function Sign({ of: Icon }: { of: typeof Hash }) {
  return (
    <span className="grid size-9 flex-none place-items-center rounded-avatar bg-accent-soft text-accent-mark">
      <Icon className="size-4.5" aria-hidden="true" />
    </span>
  );
}
