import { z } from "zod";
import { bounds, type Page } from "@/lib/http/page";
import { read, IdRow } from "@/lib/neo4j";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";
import { MINUTE_MS } from "@/lib/time";
import { FeaturedRow, type FeaturedTag, type Tag } from "@/lib/topics/schema";
import { toFeaturedTag } from "@/lib/topics/view";
import { tagsWithDays } from "@/lib/trends/reads";

const Followed = z.object({ id: z.string(), name: z.string() });
const Names = z.object({ id: z.string(), names: z.array(z.string()) });
const Named = z.object({ name: z.string() });

/** How many of a person's newest barks are looked at for topics that they might feature. */
const DEPTH = 200;
const SUGGESTED = 10;

/** The keys of the topics that people follow. Home asks for them with each page, so they are cached for a minute. */
export const followedTopicsLoader = singleton("followed-topics", () =>
  sharedLoader<string[]>("followed-topics", {
    ttl: MINUTE_MS,
    size: 20_000,
    load: async (ids) => {
      const rows = await read("topics/followed_names", { ids }, Names);
      return new Map(rows.map(({ id, names }) => [id, names]));
    },
  }),
);

/** The keys of the topics that a person follows. */
export async function followedTopics(personId: string): Promise<string[]> {
  return (await followedTopicsLoader().get(personId)) ?? [];
}

/** A page of the topics that a person follows, latest first; pages are bounded by the ids of the follows. */
export async function followedTagsPage(personId: string, page: Page): Promise<{ items: Tag[]; edges: string[] }> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? ("topics/followed_oldest" as const) : ("topics/followed" as const);
  const rows = await read(query, { personId, max, min, limit: page.limit }, Followed);
  if (ascending) rows.reverse();
  const items = await tagsFor(
    personId,
    rows.map(({ name }) => name),
  );
  return { items, edges: rows.map(({ id }) => id) };
}

/** Topics by their keys as a viewer (null: signed out) sees them. */
export async function tagsFor(viewerId: string | null, names: string[]): Promise<Tag[]> {
  const [tags, followed, featured] = await Promise.all([
    tagsWithDays(names),
    viewerId === null ? ([] as string[]) : followedTopics(viewerId),
    viewerId === null ? ([] as FeaturedRow[]) : featuredRows(viewerId),
  ]);
  const featuring = new Set(featured.map(({ name }) => name));
  return tags.map((tag) => ({ ...tag, following: followed.includes(tag.name), featuring: featuring.has(tag.name) }));
}

/** A topic by its key as a viewer sees it, also when nobody has used it. */
export async function tagFor(viewerId: string | null, name: string): Promise<Tag | null> {
  return (await tagsFor(viewerId, [name]))[0] ?? null;
}

/** Topics in other answers, such as trends, with whether the viewer (null: signed out) follows each. */
export async function withFollowing<T extends { name: string }>(viewerId: string | null, tags: T[]): Promise<T[]> {
  if (viewerId === null || tags.length === 0) return tags;
  const followed = new Set(await followedTopics(viewerId));
  return tags.map((tag) => ({ ...tag, following: followed.has(tag.name) }));
}

/** The topics that a person features on their profile, latest first. */
export async function featuredTags(personId: string): Promise<FeaturedTag[]> {
  return (await featuredRows(personId)).map(toFeaturedTag);
}

function featuredRows(personId: string): Promise<FeaturedRow[]> {
  return read("topics/featured", { personId }, FeaturedRow);
}

/** Topics that a person uses and does not feature, most used first. */
export async function featuredSuggestions(personId: string): Promise<Tag[]> {
  const rows = await read("topics/used", { personId, depth: DEPTH, limit: SUGGESTED }, Named);
  return tagsFor(
    personId,
    rows.map(({ name }) => name),
  );
}

/**
 * The people who get a public bark live because they follow one of its topics, without the author's followers, who get it
 * anyway. @param involved the people whom it involves: who mutes or blocks one of them does not get it
 */
export async function topicReaders(barkId: string, involved: string[]): Promise<string[]> {
  return (await read("topics/readers", { id: barkId, involved, now: Date.now() }, IdRow)).map(({ id }) => id);
}
