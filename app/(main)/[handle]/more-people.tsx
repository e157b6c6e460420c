"use client";

import { withFollowState } from "@/app/_client/relationships";
import { mapOutcome, PAGE_SIZE, send } from "@/app/_client/api";
import { usePages } from "@/app/_client/use-pages";
import { MorePages } from "@/app/_features/feed/rows";
import { PersonListItem } from "@/app/_features/people/person-row";
import type { Account } from "@/lib/people/schema";

/** The further pages of a list of people, loaded when the end comes near. */
export function MorePeople({ path, next, viewerId }: { path: string; next: string; viewerId: string | null }) {
  const pages = usePages(`${path}?limit=${PAGE_SIZE}&max_id=${next}`, async (address) =>
    mapOutcome(await send<Account[]>(address), (accounts) => withFollowState(accounts, viewerId)),
  );
  return (
    <>
      <ul>
        {pages.items.map(({ account, standing }) => (
          <PersonListItem key={account.id} account={account} standing={standing} joinFirst={viewerId === null} />
        ))}
      </ul>
      <MorePages pages={pages} />
    </>
  );
}
