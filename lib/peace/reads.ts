import { bounds, type Page } from "@/lib/http/page";
import { read } from "@/lib/neo4j";
import { EdgeRow, type EdgePage, type MutedAccount } from "@/lib/peace/schema";
import { findPeople } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import { toAccount } from "@/lib/people/view";

/** Whom somebody blocks, the latest first. */
export async function blocksPage(viewerId: string, page: Page): Promise<EdgePage<Account>> {
  return people(await edgeRows("blocked", viewerId, page), (account) => account);
}

/** Whom somebody mutes now, the latest first, and until when. */
export async function mutesPage(viewerId: string, page: Page): Promise<EdgePage<MutedAccount>> {
  return people(await edgeRows("muted", viewerId, page), (account, { until }) => ({
    ...account,
    mute_expires_at: until === null ? null : new Date(until).toISOString(),
  }));
}

/** Who asks to follow somebody, the latest first. */
export async function requestsPage(viewerId: string, page: Page): Promise<EdgePage<Account>> {
  return people(await edgeRows("asking", viewerId, page), (account) => account);
}

/** Whom somebody features on their profile, the latest first. */
export async function endorsementsPage(personId: string, page: Page): Promise<EdgePage<Account>> {
  return people(await edgeRows("endorsed", personId, page), (account) => account);
}

async function edgeRows(
  list: "blocked" | "muted" | "asking" | "endorsed",
  personId: string,
  page: Page,
): Promise<EdgeRow[]> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? (`people/${list}_oldest` as const) : (`people/${list}` as const);
  const now = list === "muted" ? { now: Date.now() } : {};
  const rows = await read(query, { personId, max, min, limit: page.limit, ...now }, EdgeRow);
  return ascending ? rows.toReversed() : rows;
}

async function people<Item>(rows: EdgeRow[], show: (account: Account, row: EdgeRow) => Item): Promise<EdgePage<Item>> {
  const found = new Map((await findPeople(rows.map(({ id }) => id))).map((person) => [person.id, toAccount(person)]));
  const items = rows.flatMap((row) => {
    const account = found.get(row.id);
    return account ? [show(account, row)] : [];
  });
  return { items, edges: rows.map(({ edge }) => edge) };
}
