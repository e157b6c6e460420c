import { bounds, type Page } from "@/lib/http/page";
import { read } from "@/lib/neo4j";
import { EdgeRow, type EdgePage, type MutedAccount } from "@/lib/moderation/schema";
import { accountsById } from "@/lib/people/reads";
import type { Showing } from "@/lib/people/rules";
import type { Account } from "@/lib/people/schema";

/** The people somebody blocks, latest block first. */
export async function blocksPage(viewerId: string, page: Page): Promise<EdgePage<Account>> {
  return people(viewerId, await edgeRows("blocked", viewerId, page), "own", (account) => account);
}

/** The people somebody mutes now, latest mute first, and until when. */
export async function mutesPage(viewerId: string, page: Page): Promise<EdgePage<MutedAccount>> {
  return people(viewerId, await edgeRows("muted", viewerId, page), "own", (account, { until }) => ({
    ...account,
    mute_expires_at: until === null ? null : new Date(until).toISOString(),
  }));
}

/** The people who request to follow somebody, latest request first. */
export async function requestsPage(viewerId: string, page: Page): Promise<EdgePage<Account>> {
  return people(viewerId, await edgeRows("asking", viewerId, page), "own", (account) => account);
}

/** The people somebody features on their profile, latest first, as the viewer (null: signed out) may see them. */
export async function endorsementsPage(
  viewerId: string | null,
  personId: string,
  page: Page,
): Promise<EdgePage<Account>> {
  const rows = await edgeRows("endorsed", personId, page, { viewerId: viewerId ?? "" });
  return people(viewerId, rows, "sought", (account) => account);
}

async function edgeRows(
  list: "blocked" | "muted" | "asking" | "endorsed",
  personId: string,
  page: Page,
  more: { viewerId?: string } = {},
): Promise<EdgeRow[]> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? (`people/${list}_oldest` as const) : (`people/${list}` as const);
  const now = list === "muted" ? { now: Date.now() } : {};
  const rows = await read(query, { personId, max, min, limit: page.limit, ...now, ...more }, EdgeRow);
  return ascending ? rows.toReversed() : rows;
}

async function people<Item>(
  viewerId: string | null,
  rows: EdgeRow[],
  showing: Showing,
  show: (account: Account, row: EdgeRow) => Item,
): Promise<EdgePage<Item>> {
  const ids = rows.map(({ id }) => id);
  const found = await accountsById(viewerId, ids, showing);
  const items = rows.flatMap((row) => {
    const account = found.get(row.id);
    return account ? [show(account, row)] : [];
  });
  return { items, edges: rows.map(({ edge }) => edge) };
}
