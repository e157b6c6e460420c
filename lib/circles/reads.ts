import { z } from "zod";
import { START_CURSOR, EXPANSION_LIMITS } from "@/lib/circles/rules";
import { CircleRow, HabitRow } from "@/lib/circles/schema";
import type { CircleCursor, CircleEntry, Degree, Starter, Suggestion } from "@/lib/circles/schema";
import { toCircle, toPopular, toStarters, toSuggestion } from "@/lib/circles/view";
import { ApiError } from "@/lib/errors";
import { idFloor } from "@/lib/ids";
import { read, IdRow } from "@/lib/neo4j";
import { accountsById, viewerRelationships } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import { DAY_MS } from "@/lib/time";

const Ids = z.object({ ids: z.array(z.string()) });
const AboutRow = z.object({ id: z.string(), topic: z.string() });
const Steps = z.object({ id: z.string(), degree: z.number().int() });

const CIRCLES = { 2: "circles/second", 3: "circles/third", 4: "circles/fourth" } as const;
/** How many of somebody's newest barks tell what they bark about. */
const NEWEST = 20;
/** How many of the newest barks are searched for people to suggest to a viewer without circles. */
const AMONG = 2_000;
/** How far back (ms) barks tell that somebody barks about a topic. */
const TOPIC_MS = 14 * DAY_MS;

/**
 * A page of the people who are exactly `degree` follows away, each with the people who lead to them. Sorted by known
 * followers (most first), then by number of followers (fewest first), then by id.
 * @returns `next`: where the next page begins, or null at the end of the circle; `total`: the size of the circle (0 on a
 *   page without people), a lower bound when the entries are sampled
 */
export async function circlePage(
  viewerId: string,
  degree: Degree,
  limit: number,
  after: CircleCursor = START_CURSOR,
): Promise<{ entries: CircleEntry[]; next: CircleCursor | null; total: number }> {
  const params = { viewerId, now: Date.now(), ...EXPANSION_LIMITS, ...after, limit: limit + 1 };
  const rows = await read(CIRCLES[degree], params, CircleRow);
  const shown = rows.slice(0, limit);
  const named = shown.flatMap(({ id, known }) => [id, ...known]);
  const accounts = await accountsById(viewerId, named, "offered");
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    entries: toCircle(shown, degree, accounts),
    next: last ? { ways: last.ways, followers: last.followers, id: last.id } : null,
    total: rows[0]?.total ?? 0,
  };
}

/**
 * The people of a shortest chain of follows from the viewer to a person, both included.
 * @throws ApiError not_found when there is no such person, or no chain of up to four follows without a block
 */
export async function pathTo(viewerId: string, personId: string): Promise<Account[]> {
  const chain = { viewerId, personId, now: Date.now() };
  const [row] = viewerId === personId ? [{ ids: [viewerId] }] : await read("circles/path", chain, Ids);
  const accounts = await accountsById(viewerId, row?.ids ?? [], "sought");
  const people = (row?.ids ?? []).flatMap((id) => accounts.get(id) ?? []);
  if (!row || people.length < row.ids.length) throw new ApiError("not_found");
  return people;
}

/** The number of follows from the viewer to each of these people; people more than four follows away are absent. */
export async function degrees(viewerId: string, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await read("circles/degrees", { viewerId, ids, now: Date.now() }, Steps);
  return new Map(rows.map(({ id, degree }) => [id, degree]));
}

/** People the viewer may want to follow: first those followed by people the viewer follows, then popular people. */
export async function suggestions(viewerId: string, limit: number): Promise<Suggestion[]> {
  const { entries } = await circlePage(viewerId, 2, limit);
  const asked = await viewerRelationships(
    viewerId,
    entries.map(({ account }) => account.id),
  );
  const friends = entries.filter(({ account }) => !asked.get(account.id)?.requested).map(toSuggestion);
  if (friends.length >= limit) return friends;
  const params = { viewerId, now: Date.now(), among: AMONG, limit };
  const known = new Set(entries.map(({ account }) => account.id));
  const popular = (await read("circles/followed_most", params, IdRow))
    .map(({ id }) => id)
    .filter((id) => !known.has(id));
  const accounts = await accountsById(viewerId, popular, "offered");
  return [...friends, ...popular.flatMap((id) => accounts.get(id) ?? []).map(toPopular)].slice(0, limit);
}

interface Wishes {
  /** The id of the person by whose link a newcomer came. */
  from?: string | null;
  /** Keys of topics that a newcomer chose. */
  topics?: string[];
}

/**
 * People to start with and a reason for each: by whose link somebody came, who barks about topics that they chose, and
 * `suggestions`.
 */
export async function starters(
  viewerId: string,
  limit: number,
  { from = null, topics = [] }: Wishes = {},
): Promise<Starter[]> {
  const [invited, about] = await Promise.all([
    from === null || from === viewerId ? [] : invitedBy(viewerId, from),
    topics.length === 0 ? [] : aboutTopics(viewerId, topics, limit),
  ]);
  const first = [...invited, ...about];
  const chosen = new Set(first.map(({ account }) => account.id));
  const others = (await suggestions(viewerId, limit)).filter(({ account }) => !chosen.has(account.id));
  return [...first.filter(isFirst), ...(await withReasons(others))].slice(0, limit);
}

const isFirst = ({ account: { id } }: Starter, index: number, all: Starter[]) =>
  all.findIndex(({ account }) => account.id === id) === index;

async function invitedBy(viewerId: string, id: string): Promise<Starter[]> {
  const [accounts, known] = await Promise.all([
    accountsById(viewerId, [id], "offered"),
    viewerRelationships(viewerId, [id]),
  ]);
  const { following, requested } = known.get(id) ?? {};
  return following || requested
    ? []
    : [...accounts.values()].map((account) => ({ account, reason: { kind: "invited" } }));
}

async function aboutTopics(viewerId: string, topics: string[], limit: number): Promise<Starter[]> {
  const floor = idFloor(Date.now() - TOPIC_MS);
  const rows = await read("circles/by_topics", { viewerId, now: Date.now(), topics, floor, limit }, AboutRow);
  const accounts = await accountsById(
    viewerId,
    rows.map(({ id }) => id),
    "offered",
  );
  return rows.flatMap(({ id, topic }) => {
    const account = accounts.get(id);
    return account ? [{ account, reason: { kind: "topic" as const, topic } }] : [];
  });
}

async function withReasons(people: Suggestion[]): Promise<Starter[]> {
  const ids = people.map(({ account }) => account.id);
  const habits = await read("circles/habits", { ids, newest: NEWEST }, HabitRow);
  return toStarters(people, habits);
}
