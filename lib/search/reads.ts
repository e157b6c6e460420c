import { z } from "zod";
import { env } from "@/lib/env";
import { read } from "@/lib/neo4j";
import { paths } from "@/lib/paths";
import { findPeople, findPersonId, mayMeet } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import { toAccount } from "@/lib/people/view";
import { searchPrefix, wordsQuery } from "@/lib/search/rules";
import type { AccountSearch, FoundTopic } from "@/lib/search/schema";
import { topicKey } from "@/lib/text/entities";

const Id = z.object({ id: z.string() });
const Topic = z.object({ name: z.string(), barks: z.number() });

const NOBODY: string[] = [];
/** From how many matches of the full-text index the best are chosen. */
const MOST = 300;

/**
 * People by handle or name: first whose handle it is exactly, then those the viewer follows, then
 * others. Without any text, those the viewer follows.
 */
export async function searchPeople(viewerId: string, { q, limit, offset, following }: AccountSearch) {
  const prefix = searchPrefix(q);
  const words = wordsQuery(q);
  const most = offset + limit;
  const [exact, followed, others] = await Promise.all([
    exactly(viewerId, prefix),
    words === null && prefix !== "" ? NOBODY : readIds("search_followed", { viewerId, prefix, limit: most }),
    words === null || following
      ? NOBODY
      : readIds("search", { viewerId, prefix, words, most: Math.max(MOST, most), limit: most }),
  ]);
  const first = following ? exact.filter((id) => followed.includes(id)) : exact;
  const ids = [...new Set([...first, ...followed, ...others])].slice(offset, most);
  return (await findPeople(ids)).map(toAccount) satisfies Account[];
}

async function exactly(viewerId: string, prefix: string): Promise<string[]> {
  const id = prefix === "" ? null : await findPersonId(prefix);
  return id !== null && (await mayMeet(viewerId, id)) ? [id] : [];
}

async function readIds(query: "search" | "search_followed", params: Record<string, unknown>): Promise<string[]> {
  return (await read(`people/${query}`, params, Id)).map(({ id }) => id);
}

/** Topics that begin with `q` (with or without the leading #), most used first. */
export async function searchTopics(q: string, limit: number): Promise<FoundTopic[]> {
  const prefix = topicKey(q.replace(/^#/, ""));
  if (prefix === "") return [];
  const rows = await read("topics/by_prefix", { prefix, limit }, Topic);
  return rows.map(({ name, barks }) => ({ name, url: env().BARKER_ORIGIN + paths.topic(name), barks_count: barks }));
}
