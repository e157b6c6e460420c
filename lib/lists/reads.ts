import { z } from "zod";
import { bounds, type Page } from "@/lib/http/page";
import { ListRow, MEMBER_LIMIT, type List, type ListWithFaces } from "@/lib/lists/schema";
import { toList } from "@/lib/lists/view";
import { MAX_ID } from "@/lib/ids";
import { read } from "@/lib/neo4j";
import { accountsById } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";
import { MINUTE_MS } from "@/lib/time";

const MemberRow = z.object({ edge: z.string(), id: z.string() });
const FacesRow = z.object({ id: z.string(), count: z.number(), members: z.array(z.string()) });
/** How many faces stand for a list. */
const FACES = 4;
const Exclusive = z.object({ id: z.string(), members: z.array(z.string()) });

/** Whose barks a person's Home leaves out. Home asks for them with each page, so they are cached for a minute. */
export const exclusiveMembersLoader = singleton("exclusive-members", () =>
  sharedLoader<string[]>("exclusive-members", {
    ttl: MINUTE_MS,
    size: 20_000,
    load: async (ids) => {
      const rows = await read("lists/exclusive_members", { ids }, Exclusive);
      return new Map(rows.map(({ id, members }) => [id, members]));
    },
  }),
);

/** The people whose barks appear on a person's exclusive lists instead of Home. */
export async function exclusiveMembers(personId: string): Promise<string[]> {
  return (await exclusiveMembersLoader().get(personId)) ?? [];
}

/** A person's lists, the oldest first; with `memberId`, only those that have this member. */
export async function listsOf(personId: string, memberId = ""): Promise<List[]> {
  return (await read("lists/by_person", { personId, memberId }, ListRow)).map(toList);
}

/** A person's lists, the oldest first, with the number of people on each and some of their faces. */
export async function listsWithFaces(personId: string): Promise<ListWithFaces[]> {
  const [lists, rows] = await Promise.all([
    listsOf(personId),
    read("lists/faces", { personId, sample: FACES }, FacesRow),
  ]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const accounts = await accountsById(
    personId,
    rows.flatMap(({ members }) => members),
    "own",
  );
  return lists.map((list) => {
    const { count = 0, members = [] } = known.get(list.id) ?? {};
    return { ...list, count, sample: members.flatMap((member) => accounts.get(member) ?? []) };
  });
}

/** A person's own list, or null. */
export async function findList(personId: string, id: string): Promise<List | null> {
  const [row] = await read("lists/by_id", { personId, id }, ListRow);
  return row ? toList(row) : null;
}

/** A page of the members of a person's own list, latest first; pages are bounded by the ids of the entries. */
export async function membersPage(
  personId: string,
  id: string,
  page: Page,
): Promise<{ items: Account[]; edges: string[] }> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? ("lists/members_oldest" as const) : ("lists/members" as const);
  const rows = await read(query, { personId, id, max, min, limit: page.limit }, MemberRow);
  if (ascending) rows.reverse();
  const ids = rows.map((row) => row.id);
  const accounts = await accountsById(personId, ids, "own");
  return { items: ids.flatMap((member) => accounts.get(member) ?? []), edges: rows.map(({ edge }) => edge) };
}

/** The ids of all members of a person's own list. */
export async function memberIds(personId: string, id: string): Promise<Set<string>> {
  const everything = { max: MAX_ID, min: "0", limit: MEMBER_LIMIT };
  return new Set((await read("lists/members", { personId, id, ...everything }, MemberRow)).map((row) => row.id));
}
