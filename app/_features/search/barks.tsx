"use client";

import { useCallback, useMemo, type ReactNode } from "react";
import { PAGE_SIZE, send, type Outcome } from "@/app/_client/api";
import { FeedList } from "@/app/_features/feed/feed";
import { FoundWords } from "@/app/_features/search/found-words";
import { marker } from "@/app/_features/search/marked";
import { placeOf } from "@/app/_features/search/recent";
import { search } from "@/app/_words/search";
import type { Status } from "@/lib/barks/schema";

interface SearchBarksProps {
  q: string;
  first: Status[];
  viewerId: string | null;
  empty: ReactNode;
}

/** The barks that a search found, newest first, with the matches marked. */
export function SearchBarks({ q, first, viewerId, empty }: SearchBarksProps) {
  const read = useCallback(
    async (address: string): Promise<Outcome<Status[]>> => {
      const outcome = await send<{ statuses: Status[] }>(address);
      if (!outcome.ok) return outcome;
      return { ok: true, value: outcome.value.statuses, next: nextAddress(q, outcome.value.statuses) };
    },
    [q],
  );
  const mark = useMemo(() => marker(q), [q]);
  return (
    <FoundWords value={mark}>
      <FeedList
        name={placeOf(viewerId, q)}
        label={search.barks}
        path="/api/v2/search"
        next={nextAddress(q, first)}
        read={read}
        first={first}
        viewerId={viewerId}
        empty={empty}
      />
    </FoundWords>
  );
}

function nextAddress(q: string, statuses: Status[]): string | null {
  const last = statuses.at(-1)?.id;
  if (last === undefined || statuses.length < PAGE_SIZE) return null;
  return `/api/v2/search?${new URLSearchParams({ q, type: "statuses", limit: String(PAGE_SIZE), max_id: last })}`;
}
