"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import { mapOutcome, PAGE_SIZE, send } from "@/app/_client/api";
import { withFollowState, type PersonWithFollowState } from "@/app/_client/relationships";
import { useReader } from "@/app/_client/use-pages";
import { MorePages } from "@/app/_features/feed/rows";
import { PersonListItem } from "@/app/_features/people/person-row";
import { marker } from "@/app/_features/search/marked";
import { keepVisit, lastVisit, type Visit } from "@/app/_features/search/visits";
import { search } from "@/app/_words/search";
import type { Account } from "@/lib/people/schema";

interface SearchPeopleProps {
  q: string;
  first: PersonWithFollowState[];
  viewerId: string | null;
}

/** The people that a search found, endless. Back returns to the same position. */
export function SearchPeople({ q, first, viewerId }: SearchPeopleProps) {
  const [{ people, ended }, setFound] = useState<Omit<Visit, "at">>({ people: first, ended: first.length < PAGE_SIZE });
  const { trouble, read } = useReader();
  const mark = marker(q, true);

  useLayoutEffect(() => {
    const visit = lastVisit(viewerId, q);
    if (!visit || visit.at === 0) return;
    setFound(visit);
    requestAnimationFrame(() => scrollTo({ top: visit.at }));
  }, [viewerId, q]);
  useEffect(() => {
    const remember = () => keepVisit(viewerId, q, { people, ended, at: scrollY });
    addEventListener("scroll", remember, { passive: true });
    return () => removeEventListener("scroll", remember);
  }, [viewerId, q, people, ended]);

  async function more(): Promise<void> {
    const asked = new URLSearchParams({ q, type: "accounts", limit: String(PAGE_SIZE), offset: String(people.length) });
    const there = new Set(people.map(({ account }) => account.id));
    const page = await read(async () =>
      mapOutcome(await send<{ accounts: Account[] }>(`/api/v2/search?${asked}`), async ({ accounts }) => {
        const unseen = accounts.filter(({ id }) => !there.has(id));
        return { added: await withFollowState(unseen, viewerId), ended: accounts.length < PAGE_SIZE };
      }),
    );
    if (page) setFound({ people: [...people, ...page.value.added], ended: page.value.ended });
  }

  return (
    <>
      <ul>
        {people.map(({ account, standing }) => (
          <PersonListItem
            key={account.id}
            account={account}
            standing={standing}
            joinFirst={viewerId === null}
            mark={mark}
          />
        ))}
      </ul>
      <MorePages
        pages={{ trouble, next: ended ? null : String(people.length), more: () => void more() }}
        title={search.noMorePeople}
      />
    </>
  );
}
