import { z } from "zod";
import { bounds, type Page } from "@/lib/http/page";
import { read, readInChunks, IdRow } from "@/lib/neo4j";
import { handleKey, isShown, type Showing } from "@/lib/people/rules";
import {
  BlockRelation,
  Follower,
  PersonRow,
  RemarkRow,
  ViewerRelationship,
  type Account,
  type FamiliarFollowers,
  type Relationship,
} from "@/lib/people/schema";
import { toAccount, toRelationship } from "@/lib/people/view";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";

const PersonOnly = z.object({ person: PersonRow });

/** People by id, in the requested order; unknown ids are left out. */
export async function findPeople(ids: string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const rows = await read("people/by_id", { ids }, PersonOnly);
  const byId = new Map(rows.map(({ person }) => [person.id, person]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A person by id, or null. */
export async function findPerson(id: string): Promise<PersonRow | null> {
  return (await findPeople([id]))[0] ?? null;
}

/** The id for a handle (with or without the leading @, in any case), also for a former handle; or null. */
export async function findPersonId(handle: string): Promise<string | null> {
  const key = handleKey(handle.replace(/^@/, ""));
  const [row] = await read("people/id_by_handle", { handleKey: key, now: Date.now() }, IdRow);
  return row?.id ?? null;
}

/** A person whom the viewer (null: signed out) may see, or null: somebody who blocks the viewer counts as missing. */
export async function findVisiblePerson(viewerId: string | null, id: string): Promise<PersonRow | null> {
  return (await mayInteract(viewerId, id)) ? findPerson(id) : null;
}

/** The account with an id, if the viewer (null: signed out) may see it, or null. */
export async function findVisibleAccount(viewerId: string | null, id: string): Promise<Account | null> {
  const person = await findVisiblePerson(viewerId, id);
  return person && toAccount(person);
}

/** The account with a handle, if the viewer may see it, or null. */
export async function findVisiblePersonByHandle(viewerId: string | null, handle: string): Promise<Account | null> {
  const id = await findPersonId(handle);
  return id === null ? null : findVisibleAccount(viewerId, id);
}

/**
 * The accounts of a list as its viewer (null: signed out) may see them, in the requested order. Every list of people
 * goes through this function. Queries exclude the same people beforehand, so that pages are full.
 */
export async function listAccounts(viewerId: string | null, ids: string[], showing: Showing): Promise<Account[]> {
  const [people, known] = await Promise.all([
    findPeople(ids),
    viewerId === null || showing === "own" ? new Map<string, ViewerRelationship>() : viewerRelationships(viewerId, ids),
  ]);
  const isLimited = (person: PersonRow) => person.limited === true && person.id !== viewerId;
  return people.filter((person) => isShown(known.get(person.id), showing, isLimited(person))).map(toAccount);
}

/** Like `listAccounts`, but by id, for lists in which a person can occur more than once. */
export async function accountsById(
  viewerId: string | null,
  ids: string[],
  showing: Showing,
): Promise<Map<string, Account>> {
  const accounts = await listAccounts(viewerId, [...new Set(ids)], showing);
  return new Map(accounts.map((account) => [account.id, account]));
}

/** The viewer's relationship to each of `ids`, in that order; unknown ids are left out. */
export async function relationships(viewerId: string, ids: string[]): Promise<Relationship[]> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return [];
  const [known, remarks] = await Promise.all([
    viewerRelationships(viewerId, unique),
    read("people/notes", { viewerId, ids: unique }, RemarkRow),
  ]);
  const remarked = new Map(remarks.map((remark) => [remark.id, remark]));
  return unique.flatMap((id) => {
    const relationship = known.get(id);
    return relationship ? [toRelationship(id, relationship, remarked.get(id))] : [];
  });
}

export interface AccountPage {
  accounts: Account[];
  /** `maxId` of the next page, or null at the end of the list. */
  next: string | null;
}

/** The followers of a person, newest accounts first, as the viewer may see them. */
export function followersPage(personId: string, page: Page, viewerId: string | null = null): Promise<AccountPage> {
  return accountPage("followers", personId, page, viewerId);
}

/** The people a person follows, newest accounts first, as the viewer may see them. */
export function followingPage(personId: string, page: Page, viewerId: string | null = null): Promise<AccountPage> {
  return accountPage("following", personId, page, viewerId);
}

/** The newest people whom the viewer does not follow yet. */
export async function newcomers(viewerId: string | null, limit: number): Promise<Account[]> {
  const rows = await read("people/newcomers", { viewerId: viewerId ?? "", now: Date.now(), limit }, IdRow);
  return listAccounts(
    viewerId,
    rows.map((row) => row.id),
    "offered",
  );
}

/** How many of the newest barks are looked at for people who barked lately. */
const DIRECTORY_DEPTH = 5_000;

/** People who want to be found: `active` by their newest public bark, `new` by when they joined. */
export async function directory(
  viewerId: string | null,
  { order, offset, limit }: { order: "active" | "new"; offset: number; limit: number },
): Promise<Account[]> {
  const common = { viewerId: viewerId ?? "", now: Date.now(), offset, limit };
  const rows =
    order === "new"
      ? await read("people/directory_new", common, IdRow)
      : await read("people/directory_active", { ...common, depth: DIRECTORY_DEPTH }, IdRow);
  return listAccounts(
    viewerId,
    rows.map(({ id }) => id),
    "offered",
  );
}

async function accountPage(
  list: "followers" | "following",
  personId: string,
  page: Page,
  viewerId: string | null,
): Promise<AccountPage> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? (`people/${list}_oldest` as const) : (`people/${list}` as const);
  const rows = await read(query, { personId, viewerId: viewerId ?? "", max, min, limit: page.limit }, IdRow);
  const ids = rows.map((row) => row.id);
  if (ascending) ids.reverse();
  return {
    accounts: await listAccounts(viewerId, ids, "sought"),
    next: ids.length === page.limit ? (ids.at(-1) ?? null) : null,
  };
}

const RelationshipRow = z.object({ viewer: z.string(), other: z.string(), tie: ViewerRelationship });

/** Loads relationships by "viewer other" (two ids and a space), cached for a second or until they change. */
export const viewerRelationshipLoader = singleton("ties", () =>
  sharedLoader<ViewerRelationship>("ties", {
    strict: true,
    ttl: 1_000,
    size: 50_000,
    load: async (keys) => {
      const rows = await read(
        "people/relationships",
        { pairs: keys.map((key) => key.split(" ")), now: Date.now() },
        RelationshipRow,
      );
      return new Map(rows.map(({ viewer, other, tie }) => [`${viewer} ${other}`, tie]));
    },
  }),
);

/** The viewer's relationship to each of `others`; people who do not exist are absent. */
export async function viewerRelationships(
  viewerId: string,
  others: string[],
): Promise<Map<string, ViewerRelationship>> {
  const unique = [...new Set(others)];
  const found = await viewerRelationshipLoader().getMany(unique.map((other) => `${viewerId} ${other}`));
  return new Map(unique.flatMap((other, index) => (found[index] ? [[other, found[index]]] : [])));
}

/** Invalidates the relationship between two people, in both directions and all processes. Call it after each change. */
export async function invalidateRelationships(one: string, other: string): Promise<void> {
  await viewerRelationshipLoader().forgetEverywhere([`${one} ${other}`, `${other} ${one}`]);
}

/**
 * Whether a viewer (null: signed out) may see a person: not when that person blocks them. The blocker still
 * finds the blocked person, to unblock them.
 */
export async function mayInteract(viewerId: string | null, personId: string): Promise<boolean> {
  if (viewerId === null || viewerId === personId) return true;
  return !(await viewerRelationships(viewerId, [personId])).get(personId)?.blockedBy;
}

const FollowerRow = z.object({ follower: Follower });
const RelationRow = z.object({ relation: BlockRelation });
/** All followers of a person, in batches, with the settings of their follow. */
export async function* followersOf(
  personId: string,
  size: number,
  answered: string | null = null,
): AsyncGenerator<Follower[]> {
  const chunks = readInChunks("people/followers_with_wishes", { personId, answered }, FollowerRow, size);
  for await (const rows of chunks) yield rows.map(({ follower }) => follower);
}

/** The mutes and blocks between these people and others, seen from the others: other's id → person → kind. */
export async function blockRelations(ids: string[]): Promise<Map<string, BlockRelation[]>> {
  const rows = await read("people/block_relations", { ids: [...new Set(ids)], now: Date.now() }, RelationRow);
  return byOther(rows.map(({ relation }) => relation));
}

/** Mutes and blocks by the id of the other person. */
export function byOther(relations: BlockRelation[]): Map<string, BlockRelation[]> {
  const found = new Map<string, BlockRelation[]>();
  for (const relation of relations) found.set(relation.other, [...(found.get(relation.other) ?? []), relation]);
  return found;
}

const FamiliarRow = z.object({ id: z.string(), followers: z.array(z.string()), count: z.number() });
/** The maximum number of people that pages show. */
const FAMILIAR = 10;

/** People the viewer follows who follow each of `ids`, in that order: a sample, and the total. */
export async function familiarFollowers(viewerId: string, ids: string[]): Promise<FamiliarFollowers[]> {
  if (ids.length === 0) return [];
  const params = { viewerId, ids, now: Date.now(), limit: FAMILIAR };
  const rows = await read("people/familiar_followers", params, FamiliarRow);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const named = rows.flatMap((row) => row.followers);
  const accounts = await accountsById(viewerId, named, "offered");
  return ids.map((id) => ({
    id,
    accounts: (byId.get(id)?.followers ?? []).flatMap((follower) => accounts.get(follower) ?? []),
    accounts_count: byId.get(id)?.count ?? 0,
  }));
}
