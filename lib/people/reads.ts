import { z } from "zod";
import { bounds, type Page } from "@/lib/http/page";
import { loader } from "@/lib/loader";
import { read } from "@/lib/neo4j";
import { handleKey } from "@/lib/people/rules";
import { PersonRow, type Account, type Relationship } from "@/lib/people/schema";
import { toAccount, toRelationship } from "@/lib/people/view";
import { singleton } from "@/lib/singleton";

const Id = z.object({ id: z.string() });
const PersonOnly = z.object({ person: PersonRow });
const RelationshipRow = z.object({ id: z.string(), following: z.boolean(), followedBy: z.boolean() });

/** People by id, in the order asked for; ids of nobody are left out. */
export async function findPeople(ids: string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const rows = await read("people/by_id", { ids }, PersonOnly);
  const byId = new Map(rows.map(({ person }) => [person.id, person]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Somebody by id, or null. */
export async function findPerson(id: string): Promise<PersonRow | null> {
  return (await findPeople([id]))[0] ?? null;
}

/** The id behind a handle (with or without the leading @, in any case), or null. */
export async function findPersonId(handle: string): Promise<string | null> {
  const [row] = await read("people/id_by_handle", { handleKey: handleKey(handle.replace(/^@/, "")) }, Id);
  return row?.id ?? null;
}

/** Somebody's account by handle, or null. */
export async function findPersonByHandle(handle: string): Promise<Account | null> {
  const id = await findPersonId(handle);
  const person = id === null ? null : await findPerson(id);
  return person && toAccount(person);
}

/** How the viewer stands to each of `ids`, in that order; ids of nobody are left out. */
export async function relationships(viewerId: string, ids: string[]): Promise<Relationship[]> {
  if (ids.length === 0) return [];
  const rows = await read("people/relationships", { viewerId, ids: [...new Set(ids)] }, RelationshipRow);
  const byId = new Map(rows.map((row) => [row.id, toRelationship(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export interface AccountPage {
  accounts: Account[];
  /** `maxId` of the next page, or null when the list has ended. */
  next: string | null;
}

/** Who follows somebody, newest accounts first. */
export function followersPage(personId: string, page: Page): Promise<AccountPage> {
  return accountPage("followers", personId, page);
}

/** Whom somebody follows, newest accounts first. */
export function followingPage(personId: string, page: Page): Promise<AccountPage> {
  return accountPage("following", personId, page);
}

/** The newest people whom the viewer does not follow yet. */
export async function newcomers(viewerId: string | null, limit: number): Promise<Account[]> {
  const rows = await read("people/newcomers", { viewerId: viewerId ?? "", limit: limit }, Id);
  return (await findPeople(rows.map((row) => row.id))).map(toAccount);
}

async function accountPage(list: "followers" | "following", personId: string, page: Page): Promise<AccountPage> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? (`people/${list}_oldest` as const) : (`people/${list}` as const);
  const rows = await read(query, { personId, max, min, limit: page.limit }, Id);
  const ids = rows.map((row) => row.id);
  if (ascending) ids.reverse();
  const people = await findPeople(ids);
  return { accounts: people.map(toAccount), next: ids.length === page.limit ? (ids.at(-1) ?? null) : null };
}

const Pair = z.object({ follower: z.string(), followee: z.string() });

/** Whether "follower followee" (two ids and a space) is a follow, remembered for a second. */
export const followPairs = singleton("follow-pairs", () =>
  loader<true>({
    ttl: 1_000,
    size: 50_000,
    load: async (keys) => {
      const rows = await read("people/follows_among", { pairs: keys.map((key) => key.split(" ")) }, Pair);
      return new Map(rows.map(({ follower, followee }) => [`${follower} ${followee}`, true]));
    },
  }),
);

/** Which of `others` somebody follows. */
export async function followedAmong(followerId: string, others: string[]): Promise<Set<string>> {
  const unique = [...new Set(others)];
  const follows = await followPairs().getMany(unique.map((other) => `${followerId} ${other}`));
  return new Set(unique.filter((_, index) => follows[index]));
}

/** Everybody who follows a person, by id. */
export async function followerIds(personId: string): Promise<string[]> {
  return (await read("people/follower_ids", { personId }, Id)).map((row) => row.id);
}
