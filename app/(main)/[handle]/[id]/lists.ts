import { PageQuery } from "@/lib/http/page";
import type { AccountPage } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import type { ReactionPage } from "@/lib/reactions/reads";

/** The first page of each list here; further ones are read from the API. */
export const FIRST_PAGE = PageQuery.parse({ limit: 20 });

/** Where a list's next page begins; null when this is the last one. */
function nextOf({ edges }: ReactionPage<unknown>): string | null {
  return edges.length < FIRST_PAGE.limit ? null : (edges.at(-1) ?? null);
}

export function toAccountPage(page: ReactionPage<Account>): AccountPage {
  return { accounts: page.items, next: nextOf(page) };
}

/** The address of the next page of a list of the API; null when there is none. */
export function nextAddress(path: string, page: ReactionPage<unknown>): string | null {
  const next = nextOf(page);
  return next && `${path}?limit=${FIRST_PAGE.limit}&max_id=${next}`;
}
