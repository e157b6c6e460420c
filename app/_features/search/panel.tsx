"use client";

import { Hash, Search } from "lucide-react";
import { cx } from "@/app/_ui/cx";
import { fill } from "@/app/_ui/fill";
import { Avatar } from "@/app/_ui/avatar";
import { Begin } from "@/app/_features/search/begin";
import { marker } from "@/app/_features/search/marked";
import { PANEL_LINE, PanelLine, PanelSign, FoundPerson } from "@/app/_features/search/panel-line";
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
  if (text.trim() === "") return <Begin viewerId={viewerId} write={write} go={go} away={away} />;
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
        {people.map((person) => (
          <FoundPerson key={person.id} person={person} chosen={chosen} mark={markName} />
        ))}
        {topics.map(({ name }) => (
          <PanelLine key={name} href={paths.topic(name)} chosen={chosen} picture={<PanelSign of={Hash} />}>
            <b className="block truncate">
              <bdi>#{markName(name)}</bdi>
            </b>
          </PanelLine>
        ))}
        {barks.map(({ id, account, text: said, spoiler_text: note }) => (
          <PanelLine
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
          </PanelLine>
        ))}
      </ul>
      {/* It stays in sight, however many lines there are above it. */}
      <button
        type="button"
        data-found
        onClick={() => go(text)}
        className={cx(PANEL_LINE, "sticky bottom-0 mt-1.5 border-t border-line bg-raised")}
      >
        <PanelSign of={Search} />
        <span className="min-w-0 flex-1 truncate text-start">
          {fill(search.allFor, { q: <bdi className="font-bold">{text.trim()}</bdi> })}
        </span>
      </button>
    </div>
  );
}
