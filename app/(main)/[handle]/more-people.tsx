"use client";

import { useState } from "react";
import { send } from "@/app/_client/api";
import { Sentinel, Trouble } from "@/app/_features/feed/rows";
import { PersonListItem } from "@/app/_features/people/person-row";
import { followState, type FollowState } from "@/app/_client/follow-state";
import { stripMarkup } from "@/lib/text/strip-markup";
import type { Account, Relationship } from "@/lib/people/schema";

const PAGE = 20;

/** The rest of a list of people from `next` on, read as one comes near its end. */
export function MorePeople({ path, next, viewerId }: { path: string; next: string; viewerId: string | null }) {
  const [people, setPeople] = useState<{ account: Account; standing: FollowState | null }[]>([]);
  const [address, setAddress] = useState<string | null>(`${path}?limit=${PAGE}&max_id=${next}`);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function more(): Promise<void> {
    if (address === null) return;
    setTrouble(null);
    const page = await send<Account[]>(address);
    if (!page.ok) return setTrouble(page.sentence);
    const standing = await standings(page.value, viewerId);
    setPeople((before) => [...before, ...page.value.map((account) => ({ account, standing: standing(account.id) }))]);
    setAddress(page.next);
  }

  return (
    <>
      <ul>
        {people.map(({ account, standing }) => (
          <PersonListItem key={account.id} account={account} about={stripMarkup(account.note)} standing={standing} />
        ))}
      </ul>
      {trouble ? (
        <Trouble sentence={trouble} again={() => void more()} />
      ) : (
        address && <Sentinel key={address} seen={() => void more()} />
      )}
    </>
  );
}

async function standings(accounts: Account[], viewerId: string | null): Promise<(id: string) => FollowState | null> {
  if (viewerId === null) return () => null;
  const ids = new URLSearchParams(accounts.map(({ id }) => ["id[]", id]));
  const relations = await send<Relationship[]>(`/api/v1/accounts/relationships?${ids}`);
  const known = new Map(relations.ok ? relations.value.map((relation) => [relation.id, followState(relation)]) : []);
  return (id) => (id === viewerId ? null : (known.get(id) ?? "none"));
}
