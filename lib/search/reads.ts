import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { env } from "@/lib/env";
import { isOwnHost } from "@/lib/http/origin";
import { read, IdRow } from "@/lib/neo4j";
import { paths } from "@/lib/paths";
import { findPersonId, listAccounts, mayInteract, findVisiblePersonByHandle } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import { pipeline } from "@/lib/pipeline";
import { barksQuery, isPlain, parseSearch, type ParsedQuery } from "@/lib/search/operators";
import { resolveAddress, peopleQuery, searchPrefix, similarQuery, type Named } from "@/lib/search/rules";
import { newestFirst, spanOf, within } from "@/lib/search/spans";
import type { AccountSearch, SearchQuery } from "@/lib/search/input";
import type { Found, FoundTopic } from "@/lib/search/schema";
import { topicKey } from "@/lib/text/entities";
import { searchable } from "@/lib/text/words";
import { filterFor, hydrateFor } from "@/lib/timelines/reads";
import { tagsWithDays } from "@/lib/trends/reads";
import type { TrendingTag } from "@/lib/trends/schema";

const Matches = z.object({ matches: z.number(), ids: z.array(z.string()) });
const Topic = z.object({ name: z.string(), barks: z.number() });

const NOBODY: string[] = [];
/** How many matches of the full-text index are fetched; the best (of barks, the newest) are chosen from these. */
const MOST = 300;
const MOST_BARKS = 1_000;
/** How many barks are read per batch, and how many batches at most. */
const PART = 60;
const ASKS = 12;
/** How many bookmarks one query names: Lucene allows 1,024 clauses. */
const BOOKMARKS = 500;
const NOTHING: Found = { accounts: [], statuses: [], hashtags: [] };

/** Searches people, barks (for signed-in viewers) and topics, or one of these types. */
export async function search(viewerId: string | null, query: SearchQuery): Promise<Found> {
  const named = resolveAddress(query.q, isOwnHost);
  if (named) return readNamed(viewerId, named);
  const asked = parseSearch(query.q);
  const offset = query.type ? query.offset : 0;
  const wants = (type: SearchQuery["type"]) => query.type === undefined || query.type === type;
  const plain = isPlain(asked);
  const [accounts, statuses, hashtags] = await Promise.all([
    wants("accounts") && plain && query.q.trim() !== "" ? accountsNamed(viewerId, { ...query, offset }) : [],
    wants("statuses") && viewerId !== null && !/^\s*@\S*$/.test(query.q)
      ? searchBarks(viewerId, asked, { ...query, offset })
      : [],
    wants("hashtags") ? tagsFound(asked, query.limit, offset) : [],
  ]);
  return { accounts, statuses, hashtags };
}

/** People by handle (also as a full address of this server), name or bio. */
export async function accountsNamed(viewerId: string | null, query: AccountSearch): Promise<Account[]> {
  const [q = "", host] = query.q.trim().replace(/^@/, "").split("@");
  return host === undefined || isOwnHost(host) ? searchPeople(viewerId, { ...query, q }) : [];
}

async function readNamed(viewerId: string | null, named: Named): Promise<Found> {
  if (named.kind === "bark") return { ...NOTHING, statuses: await readStatuses(viewerId, [named.id]) };
  if (named.kind === "topic") return { ...NOTHING, hashtags: await tagsWithDays([topicKey(named.name)]) };
  const account = await findVisiblePersonByHandle(viewerId, named.handle);
  return { ...NOTHING, accounts: account ? [account] : [] };
}

/**
 * People by handle, name or bio: an exact handle first, then people the viewer follows, then people whom these follow,
 * then others. When there are none, people with a similar handle or name. Without any text, people the viewer
 * follows.
 */
export async function searchPeople(
  viewerId: string | null,
  { q, limit, offset, following }: AccountSearch,
): Promise<Account[]> {
  const prefix = searchPrefix(q);
  const words = peopleQuery(q);
  const most = offset + limit;
  const viewer = viewerId ?? "";
  const others = (query: string | null) =>
    query === null || following
      ? NOBODY
      : readIds("search", { viewerId: viewer, prefix, words: query, most: Math.max(MOST, most), limit: most });
  const [exact, followed, found] = await Promise.all([
    exactly(viewerId, prefix),
    viewerId === null || (words === null && prefix !== "")
      ? NOBODY
      : readIds("search_followed", { viewerId, prefix, name: searchable(q), limit: most }),
    others(words),
  ]);
  const first = following ? exact.filter((id) => followed.includes(id)) : exact;
  const strict = [...new Set([...first, ...followed, ...found])];
  const ids = strict.length > 0 ? strict : await others(similarQuery(q));
  return listAccounts(viewerId, ids.slice(offset, most), "named");
}

async function exactly(viewerId: string | null, prefix: string): Promise<string[]> {
  const id = prefix === "" ? null : await findPersonId(prefix);
  return id !== null && (await mayInteract(viewerId, id)) ? [id] : [];
}

async function readIds(query: "search" | "search_followed", params: Record<string, unknown>): Promise<string[]> {
  return (await read(`people/${query}`, params, IdRow)).map(({ id }) => id);
}

type BarkSearch = Pick<SearchQuery, "limit" | "offset" | "account_id" | "max_id" | "min_id" | "since_id" | "following">;

/** Barks that the viewer may find, newest first, without those of muted people and with muted words. */
async function searchBarks(viewerId: string, asked: ParsedQuery, page: BarkSearch): Promise<Status[]> {
  const [wanted, unwanted, among] = await Promise.all([
    authorOf(viewerId, asked, page.account_id),
    unwantedAuthors(viewerId, asked),
    asked.bookmarked ? bookmarkedIds(viewerId) : [null],
  ]);
  if (wanted === undefined) return [];
  const queries = among.flatMap((barks) => barksQuery(asked, { wanted, unwanted, barks }) ?? []);
  const span = spanOf(asked, page);
  const [first, ...open] = queries.map((query) => ({ query, span }));
  if (!first) return [];
  const { topics, media, language } = asked;
  const not = { topics: asked.unwanted.topics, languages: asked.unwanted.languages };
  const params = { viewerId, most: MOST_BARKS, topics, media, language, not, following: page.following, limit: PART };
  const enough = page.offset + page.limit;
  return pipeline(
    { from: first, parts: ASKS, isFull: ({ length }) => length >= enough },
    {
      skeleton: async (at) => {
        const [row] = await read("search/barks", { ...params, words: within(at.query, at.span) }, Matches);
        // The index returns the best matches, not the newest: with too many, the newest range is searched first.
        const parts = row && row.matches >= MOST_BARKS ? newestFirst(at.span) : null;
        const ids = parts ? [] : (row?.ids ?? []);
        const last = ids.at(-1);
        if (parts) open.unshift(...parts.map((part) => ({ ...at, span: part })));
        else if (last && ids.length === PART) open.unshift({ ...at, span: { since: at.span.since, before: last } });
        return { part: { ids }, next: open.shift() ?? null };
      },
      hydrate: hydrateFor(viewerId),
      filter: filterFor(viewerId, "public"),
      present: (statuses) => statuses.slice(page.offset, enough),
    },
  );
}

/** The barks that a person bookmarked, newest first, in parts that one query can name. */
async function bookmarkedIds(viewerId: string): Promise<string[][]> {
  const ids = (await read("search/bookmarked", { viewerId, limit: BOOKMARKS * ASKS }, IdRow)).map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / BOOKMARKS) }, (_, at) =>
    ids.slice(at * BOOKMARKS, (at + 1) * BOOKMARKS),
  );
}

/** The author that a search names: null for all, undefined when the viewer may not see a person with that handle. */
async function authorOf(
  viewerId: string,
  { from }: ParsedQuery,
  accountId?: string,
): Promise<string | null | undefined> {
  const named = from === "me" ? viewerId : from === null ? null : await findPersonId(from);
  if (from !== null && named === null) return undefined;
  if (named !== null && accountId !== undefined && named !== accountId) return undefined;
  const id = named ?? accountId ?? null;
  return id === null || (await mayInteract(viewerId, id)) ? id : undefined;
}

async function unwantedAuthors(viewerId: string, { unwanted: { from } }: ParsedQuery): Promise<string[]> {
  const ids = await Promise.all(from.map(async (handle) => (handle === "me" ? viewerId : findPersonId(handle))));
  return ids.filter((id) => id !== null);
}

/** Topics with the typed prefix, most used first, with their last days. */
async function tagsFound(
  { text, topics, phrases, unwanted }: ParsedQuery,
  limit: number,
  offset: number,
): Promise<TrendingTag[]> {
  const [name, ...more] = [...topics, ...text.split(" ").filter(Boolean)];
  if (name === undefined || more.length > 0 || phrases.length > 0 || unwanted.topics.includes(topicKey(name)))
    return [];
  const found = await searchTopics(name, offset + limit);
  return tagsWithDays(found.slice(offset).map((topic) => topic.name));
}

/** Topics with the prefix `q` (with or without the leading #), most used first. */
export async function searchTopics(q: string, limit: number): Promise<FoundTopic[]> {
  const prefix = topicKey(q.replace(/^#/, ""));
  if (prefix === "") return [];
  const rows = await read("topics/by_prefix", { prefix, limit }, Topic);
  return rows.map(({ name, barks }) => ({ name, url: env().BARKER_ORIGIN + paths.topic(name), barks_count: barks }));
}
