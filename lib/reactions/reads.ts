import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import { barkOf } from "@/lib/barks/rules";
import type { Status } from "@/lib/barks/schema";
import { ApiError } from "@/lib/errors";
import { bounds, type Page } from "@/lib/http/page";
import { read } from "@/lib/neo4j";
import { accountsById, listAccounts } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import { pipeline } from "@/lib/pipeline";
import type { Reaction } from "@/lib/reactions/schema";
import { hydrateFor } from "@/lib/timelines/reads";

const Edge = z.object({ id: z.string(), edge: z.string() });
const ReactorsRow = z.object({ emoji: z.string(), count: z.number(), people: z.array(z.string()) });

/** How many people are listed per emoji: as many as fit on a screen. */
const REACTORS = 40;

/** How many rebarks of a bark are updated live when it is edited or deleted; others are updated on read. */
const REACHED = 500;

/** A page of a list ordered by time of the action: its entries, and the ids it is paged by. */
export interface ReactionPage<Item> {
  items: Item[];
  edges: string[];
}

/** Who likes a bark, newest first. @throws ApiError not_found when the viewer may not see it */
export function likersPage(viewerId: string | null, id: string, page: Page): Promise<ReactionPage<Account>> {
  return peoplePage("likers_of_bark", viewerId, id, page);
}

/** Who rebarked a bark, newest first. @throws ApiError not_found when the viewer may not see it */
export function rebarkersPage(viewerId: string | null, id: string, page: Page): Promise<ReactionPage<Account>> {
  return peoplePage("rebarkers_of_bark", viewerId, id, page);
}

/** Barks that quote a bark, newest first. @throws ApiError not_found when the viewer may not see it */
export async function quotesPage(viewerId: string | null, id: string, page: Page): Promise<ReactionPage<Status>> {
  return statusPage("quotes_of_bark", { id: await visibleId(viewerId, id) }, viewerId, page);
}

/** What a person likes, as they see it themselves, last liked first. */
export function likesPage(viewerId: string | null, personId: string, page: Page): Promise<ReactionPage<Status>> {
  return statusPage("likes_of_person", { personId }, viewerId, page);
}

/** What a person bookmarked, last first. */
export function bookmarksPage(personId: string, page: Page): Promise<ReactionPage<Status>> {
  return statusPage("bookmarks_of_person", { personId }, personId, page);
}

/** The newest rebarks of a bark with the people who made them, whose followers see it too. */
export async function rebarksOf(id: string): Promise<{ entry: { id: string; of: string }; by: string }[]> {
  const rows = await edgeRows("rebarkers_of_bark", { id, viewerId: "" }, { limit: REACHED });
  return rows.map((row) => ({ entry: { id: row.edge, of: id }, by: row.id }));
}

/** The reactions to a bark with the people who gave them. @throws ApiError not_found when the viewer may not see it */
export async function reactionsOf(viewerId: string | null, id: string): Promise<Reaction[]> {
  const barkId = await visibleId(viewerId, id);
  const rows = await read(
    "reactions/reactors_of_bark",
    { id: barkId, viewerId: viewerId ?? "", limit: REACTORS },
    ReactorsRow,
  );
  const given = rows.filter(({ count }) => count > 0);
  const named = given.flatMap((row) => row.people);
  const byId = await accountsById(viewerId, named, "sought");
  return given.map(({ emoji, count, people: ids }) => ({
    name: emoji,
    count,
    me: viewerId !== null && ids.includes(viewerId),
    accounts: ids.flatMap((personId) => byId.get(personId) ?? []),
  }));
}

async function peoplePage(
  list: "likers_of_bark" | "rebarkers_of_bark",
  viewerId: string | null,
  id: string,
  page: Page,
): Promise<ReactionPage<Account>> {
  const rows = await edgeRows(list, { id: await visibleId(viewerId, id), viewerId: viewerId ?? "" }, page);
  const ids = rows.map((row) => row.id);
  return { items: await listAccounts(viewerId, ids, "sought"), edges: rows.map(({ edge }) => edge) };
}

type BarkList = "quotes_of_bark" | "likes_of_person" | "bookmarks_of_person";

/** Somebody's filters do not apply to what they or others chose bark by bark. */
function statusPage(
  list: BarkList,
  of: Record<string, string>,
  viewerId: string | null,
  page: Page,
): Promise<ReactionPage<Status>> {
  return pipeline(
    { from: page },
    {
      skeleton: async (from) => {
        const rows = await edgeRows(list, of, from);
        return { part: { ids: rows.map(({ id }) => id), edges: rows.map(({ edge }) => edge) }, next: null };
      },
      hydrate: hydrateFor(viewerId),
      filter: async (statuses) => statuses,
      present: (items, parts) => ({ items, edges: parts.flatMap(({ edges }) => edges) }),
    },
  );
}

type List = "likers_of_bark" | "rebarkers_of_bark" | BarkList;

async function edgeRows(list: List, of: Record<string, string>, page: Page): Promise<z.infer<typeof Edge>[]> {
  const { max, min, ascending } = bounds(page);
  const rows = await read(`reactions/${list}`, { ...of, max, min, ascending, limit: page.limit }, Edge);
  return ascending ? rows.toReversed() : rows;
}

async function visibleId(viewerId: string | null, id: string): Promise<string> {
  const [status] = await readStatuses(viewerId, [id]);
  if (!status) throw new ApiError("not_found");
  return barkOf(status).id;
}
