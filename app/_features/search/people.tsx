"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import { send } from "@/app/_client/api";
import { Sentinel, Trouble } from "@/app/_features/feed/rows";
import { PersonListItem } from "@/app/_features/people/person-row";
import { stripMarkup } from "@/lib/text/strip-markup";
import { marker } from "@/app/_features/search/marked";
import { keepVisit, lastVisit, type FoundPerson, type Visit } from "@/app/_features/search/visits";
import { followState } from "@/app/_client/follow-state";
import type { Account, Relationship } from "@/lib/people/schema";

const PAGE = 20;

interface SearchPeopleProps {
  q: string;
  first: FoundPerson[];
  viewerId: string | null;
}

/** The people that a search found, more of them as one comes near the end. Back returns to the place. */
export function SearchPeople({ q, first, viewerId }: SearchPeopleProps) {
  const [{ people, ended }, setFound] = useState<Omit<Visit, "at">>({ people: first, ended: first.length < PAGE });
  const [trouble, setTrouble] = useState<string | null>(null);
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
    setTrouble(null);
    const asked = new URLSearchParams({ q, type: "accounts", limit: String(PAGE), offset: String(people.length) });
    const page = await send<{ accounts: Account[] }>(`/api/v2/search?${asked}`);
    if (!page.ok) return setTrouble(page.sentence);
    const there = new Set(people.map(({ account }) => account.id));
    const added = await withStanding(
      page.value.accounts.filter(({ id }) => !there.has(id)),
      viewerId,
    );
    setFound({ people: [...people, ...added], ended: page.value.accounts.length < PAGE });
  }

  return (
    <>
      <ul>
        {people.map(({ account, standing }) => (
          <PersonListItem
            key={account.id}
            account={account}
            about={stripMarkup(account.note)}
            standing={standing}
            mark={mark}
          />
        ))}
      </ul>
      {trouble ? (
        <Trouble sentence={trouble} again={() => void more()} title="More people did not load" />
      ) : (
        !ended && <Sentinel key={people.length} seen={() => void more()} />
      )}
    </>
  );
}

async function withStanding(accounts: Account[], viewerId: string | null): Promise<FoundPerson[]> {
  if (viewerId === null || accounts.length === 0) return accounts.map((account) => ({ account, standing: null }));
  const ids = new URLSearchParams(accounts.map(({ id }) => ["id[]", id]));
  const relations = await send<Relationship[]>(`/api/v1/accounts/relationships?${ids}`);
  const known = new Map(relations.ok ? relations.value.map((relation) => [relation.id, followState(relation)]) : []);
  return accounts.map((account) => ({
    account,
    standing: account.id === viewerId ? null : (known.get(account.id) ?? "none"),
  }));
}
