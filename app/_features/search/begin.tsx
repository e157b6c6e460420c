"use client";

import { Hash, History, X } from "lucide-react";
import type { PanelProps } from "@/app/_features/search/panel";
import { search } from "@/app/_words/search";
import { PanelLine, PanelSign, FoundPerson } from "@/app/_features/search/panel-line";
import { TALKED_ABOUT, useTalkedAbout } from "@/app/_features/search/use-talked-about";
import { weekOf } from "@/app/_features/search/week";
import { paths } from "@/lib/paths";
import { clearSearches, forgetSearch, useRecentSearches } from "@/app/_features/search/recent";

/** What can be typed, and whether it needs an account. */
const HINTS = [
  ["from:@", true],
  ['"', true],
  ["#", false],
  ["has:media", true],
  ["in:bookmarks ", true],
  ["after:", true],
  ["language:", true],
] as const;

/** Before anything is typed: recent searches in this browser, what people talk about, and examples of operators. */
export function Begin({ viewerId, write, go, away }: Pick<PanelProps, "viewerId" | "write" | "go" | "away">) {
  const recent = useRecentSearches(viewerId);
  return (
    <div className="grid grid-cols-1 gap-3 px-1.5 pt-1.5 pb-3">
      {recent.length > 0 && (
        <section aria-labelledby="recent-searches">
          <div className="flex items-center justify-between ps-2.5">
            <h2 id="recent-searches" className="text-label font-bold">
              {search.recent}
              <span className="block text-meta font-normal text-ink-3">{search.recentWhere}</span>
            </h2>
            <button
              type="button"
              onClick={() => clearSearches(viewerId)}
              className="min-h-11 rounded-pill px-3 text-label font-bold text-accent-text"
            >
              {search.clearRecent}
            </button>
          </div>
          <ul>
            {recent.map((q) => (
              <li key={q} className="flex items-center">
                <button
                  type="button"
                  data-found
                  onClick={() => go(q)}
                  className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-field px-2.5 text-start text-label hover:bg-sunken"
                >
                  <History className="size-5 flex-none text-ink-3" aria-hidden="true" />
                  <span className="truncate">
                    <bdi>{q}</bdi>
                  </span>
                </button>
                <button
                  type="button"
                  aria-label={search.forget(q)}
                  onClick={() => forgetSearch(viewerId, q)}
                  className="plain grid size-11 flex-none place-items-center rounded-pill text-ink-3"
                >
                  <X className="size-4.5" aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <TalkedAbout viewerId={viewerId} away={away} />
      <section aria-labelledby="search-hints">
        <h2 id="search-hints" className="px-2.5 py-2 text-label font-bold">
          {search.hints}
        </h2>
        <ul>
          {HINTS.filter(([, account]) => viewerId !== null || !account).map(([sign]) => (
            <li key={sign}>
              <button
                type="button"
                data-found
                onClick={() => write(sign)}
                className="flex min-h-11 w-full flex-wrap items-center gap-x-3 rounded-field px-2.5 text-start text-label hover:bg-sunken"
              >
                <code className="rounded-tag bg-sunken px-1.5 py-0.5 font-mono text-small">
                  {sign === '"' ? search.quoted : sign}
                </code>
                <span className="text-ink-2">{search.hint[sign]}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Topics of now or else people, for which there is room before they are known, so that nothing below them moves. */
function TalkedAbout({ viewerId, away }: Pick<PanelProps, "viewerId" | "away">) {
  const found = useTalkedAbout(viewerId);
  if (found && found.topics.length + found.people.length === 0) return null;
  return (
    <section aria-labelledby="search-talked-about">
      <h2 id="search-talked-about" className="px-2.5 py-2 text-label font-bold">
        {found && found.topics.length === 0 ? search.activeNow : search.talkedAbout}
      </h2>
      <ul>
        {!found &&
          Array.from({ length: TALKED_ABOUT }, (_, place) => (
            <li key={place} aria-hidden="true" className="min-h-12.5" />
          ))}
        {found?.topics.map(({ id, name, history }) => (
          <PanelLine key={id} href={paths.topic(name)} chosen={away} picture={<PanelSign of={Hash} />}>
            <b className="block truncate">
              <bdi>#{name}</bdi>
            </b>
            <span className="block truncate text-meta text-ink-3">{weekOf(history)}</span>
          </PanelLine>
        ))}
        {found?.people.map((person) => (
          <FoundPerson key={person.id} person={person} chosen={away} />
        ))}
      </ul>
    </section>
  );
}
