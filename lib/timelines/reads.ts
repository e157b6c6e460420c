import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { filterList, filtersOf } from "@/lib/filters/reads";
import type { FilterContext } from "@/lib/filters/schema";
import type { IdRange, Page } from "@/lib/http/page";
import { read } from "@/lib/neo4j";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";
import { MINUTE_MS } from "@/lib/time";
import { followedTopics } from "@/lib/topics/reads";
import { exclusiveMembers, memberIds } from "@/lib/lists/reads";
import { isShownOnList } from "@/lib/lists/rules";
import type { List } from "@/lib/lists/schema";
import { viewerRelationships } from "@/lib/people/reads";
import { byId, cutTo, pipeline, rangeBehind } from "@/lib/pipeline";
import { homeEntries } from "@/lib/timelines/cache";
import { graphEntries, graphIds, pinnedIds } from "@/lib/timelines/graph";
import {
  belongsOnPublicTimeline,
  belongsOnHome,
  isChosenForHome,
  isOnFollowedTopic,
  mergeEntries,
  peopleIn,
} from "@/lib/timelines/rules";
import {
  HomeChoice,
  type HomePage,
  type PersonChoice,
  type PublicChoice,
  type TimelineEntry,
  type TopicChoice,
} from "@/lib/timelines/schema";

/** The rules of a list besides the viewer's filters: which barks belong in it, by the people they involve. */
const BELONGS: Partial<Record<FilterContext, typeof belongsOnHome>> = {
  home: belongsOnHome,
  public: belongsOnPublicTimeline,
};

/**
 * The step `hydrate` of every list of barks: reads them as the viewer sees them (null: signed out), without those that
 * they may not see. `passedOn` holds the originals of rebarks among them, where known.
 */
export function hydrateFor(viewerId: string | null) {
  return ({ ids, passedOn }: { ids: string[]; passedOn?: string[] }): Promise<Status[]> =>
    readStatuses(viewerId, ids, passedOn);
}

/**
 * The step `filter` of every list of barks: removes what does not belong in it for this viewer (null: signed out) and
 * what their filters hide, and marks what their filters warn about. It starts loading the filters at once.
 * @param topics keys of topics that the viewer follows: public barks about them belong in it, too
 */
export function filterFor(
  viewerId: string | null,
  context: FilterContext,
  topics: string[] | Promise<string[]> = [],
): (statuses: Status[]) => Promise<Status[]> {
  if (viewerId === null) {
    const isOpen = (status: Status) => context !== "public" || belongsOnPublicTimeline(status, null, new Map());
    return async (statuses) => statuses.filter(isOpen);
  }
  const filters = filtersOf(viewerId);
  // A failure is reported by the page that awaits the filters, even when another step fails first.
  filters.catch(() => undefined);
  return async (statuses) => {
    if (statuses.length === 0) return statuses;
    const belongs = BELONGS[context];
    if (!belongs) return filterList(viewerId, statuses, context, await filters);
    const known = await viewerRelationships(viewerId, statuses.flatMap(peopleIn));
    const keys = new Set(await topics);
    const belonging = statuses.filter(
      (status) =>
        belongs(status, viewerId, known) ||
        (isOnFollowedTopic(status, keys) && belongsOnPublicTimeline(status, viewerId, known)),
    );
    return filterList(viewerId, belonging, context, await filters);
  };
}

/** What people chose for their Home, which asks for it with each page, so it is cached for a minute. */
export const homeChoiceLoader = singleton("home-choice", () =>
  sharedLoader<HomeChoice>("home-choice", {
    ttl: MINUTE_MS,
    size: 20_000,
    load: async (ids) => {
      const rows = await read("timelines/home_choice", { ids }, ChoiceRow);
      return new Map(rows.map(({ id, replies, rebarks }) => [id, { replies, rebarks }]));
    },
  }),
);

const ChoiceRow = HomeChoice.extend({ id: z.string() });

/** What a person's Home shows besides other barks. */
export async function homeChoice(personId: string): Promise<HomeChoice> {
  return (await homeChoiceLoader().get(personId)) ?? { replies: "all", rebarks: true };
}

/**
 * A page of somebody's Home: their own barks, those of the people they follow, and public ones on topics they follow.
 * With `live`, also the cursor of their live stream.
 */
export function homePage(readerId: string, page: Page, { live = false } = {}): Promise<HomePage> {
  const cut = cutTo<Status>(page);
  const followed = followedTopics(readerId);
  const elsewhere = exclusiveMembers(readerId);
  const chosen = homeChoice(readerId);
  for (const wish of [followed, elsewhere, chosen]) wish.catch(() => undefined);
  const filter = filterFor(readerId, "home", followed);
  return pipeline(byId(page), {
    skeleton: async (range, isFirst) => {
      const [{ entries: cached, cursor }, topics] = await Promise.all([
        homeEntries(readerId, range, live && isFirst),
        followed,
      ]);
      const entries = await withTopics(cached, topics, range);
      const ids = entries.map(({ id }) => id);
      const part = { ids, passedOn: entries.flatMap(({ of }) => of ?? []), cursor };
      return { part, next: rangeBehind(range, ids) };
    },
    hydrate: hydrateFor(readerId),
    filter: async (statuses) => {
      const [members, choice] = [new Set(await elsewhere), await chosen];
      const here = statuses.filter(({ account }) => !members.has(account.id));
      const known = await viewerRelationships(readerId, here.flatMap(peopleIn));
      const isFollowed = (id: string) => known.get(id)?.following === true;
      return filter(here.filter((status) => isChosenForHome(status, readerId, choice, isFollowed)));
    },
    present: (statuses, [first]) => ({ statuses: cut(statuses), cursor: first?.cursor ?? null }),
  });
}

/** Adds the public barks on topics to the entries of a part of Home. Timelines do not hold them: few people follow any. */
async function withTopics(entries: TimelineEntry[], topics: string[], range: IdRange): Promise<TimelineEntry[]> {
  if (topics.length === 0) return entries;
  return mergeEntries(entries, await graphEntries("topic", range, "", { topics }), range);
}

/** A page of the barks of the members of a list, as its owner's Home would show them, by its policy for replies. */
export function listPage(ownerId: string, list: List, page: Page): Promise<Status[]> {
  const members = memberIds(ownerId, list.id);
  members.catch(() => undefined);
  const filter = filterFor(ownerId, "home");
  return pipeline(byId(page), {
    skeleton: async (range) => {
      const entries = await graphEntries("list", range, ownerId, { listId: list.id });
      const ids = entries.map(({ id }) => id);
      return { part: { ids, passedOn: entries.flatMap(({ of }) => of ?? []) }, next: rangeBehind(range, ids) };
    },
    hydrate: hydrateFor(ownerId),
    filter: async (statuses) => {
      const [known, inList] = [await viewerRelationships(ownerId, statuses.flatMap(peopleIn)), await members];
      const isFollowed = (id: string) => known.get(id)?.following === true;
      const reader = { ownerId, isMember: (id: string) => inList.has(id), isFollowed };
      return filter(statuses.filter((status) => isShownOnList(status, list.replies_policy, reader)));
    },
    present: cutTo(page),
  });
}

/** A page of a list of barks that is ordered by id, as the viewer may see it. */
export function barksPage(
  viewerId: string | null,
  page: Page,
  context: FilterContext,
  idsIn: (range: IdRange) => Promise<string[]>,
): Promise<Status[]> {
  return pipeline(byId(page), {
    skeleton: async (range) => {
      const ids = await idsIn(range);
      return { part: { ids }, next: rangeBehind(range, ids) };
    },
    hydrate: hydrateFor(viewerId),
    filter: filterFor(viewerId, context),
    present: cutTo(page),
  });
}

/** A page of Town: all public barks, except those that involve a person whom the viewer mutes or blocks. */
export function publicPage(viewerId: string | null, page: Page, choice?: PublicChoice): Promise<Status[]> {
  return barksPage(viewerId, page, "public", (range) => graphIds("public", range, "", choice));
}

/** A page of the public barks on a topic (by its key), or on a choice of topics. */
export function topicPage(
  viewerId: string | null,
  topic: string,
  page: Page,
  choice: Partial<TopicChoice> = {},
): Promise<Status[]> {
  const topics = [topic, ...(choice.topics ?? [])];
  return barksPage(viewerId, page, "public", (range) => graphIds("topic", range, "", { ...choice, topics }));
}

/** A page of one person's barks and rebarks, or of a choice of them. */
export function personPage(
  viewerId: string | null,
  personId: string,
  page: Page,
  choice?: Partial<PersonChoice>,
): Promise<Status[]> {
  return barksPage(viewerId, page, "account", (range) => graphIds("person", range, personId, choice));
}

/** The barks that somebody pinned and the viewer may see. */
export function pinnedBarks(viewerId: string | null, personId: string): Promise<Status[]> {
  return pipeline(
    { from: personId },
    {
      skeleton: async (id) => ({ part: { ids: await pinnedIds(id) }, next: null }),
      hydrate: hydrateFor(viewerId),
      filter: filterFor(viewerId, "account"),
      present: (statuses) => statuses,
    },
  );
}
