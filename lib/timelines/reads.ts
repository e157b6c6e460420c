import { readStatuses } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { filterList, filtersOf } from "@/lib/filters/reads";
import { bounds, type Page } from "@/lib/http/page";
import { viewerRelationships } from "@/lib/people/reads";
import { graphIds, pinnedIds } from "@/lib/timelines/graph";
import { homeEntries } from "@/lib/timelines/cache";
import { belongsOnPublicTimeline, belongsOnHome, peopleIn } from "@/lib/timelines/rules";
import type { HomePage, PersonChoice, IdRange } from "@/lib/timelines/schema";

/**
 * How many times more entries are read when rules removed barks from a page, each time four times as many, at most
 * 100: enough for a whole cached timeline; below it, the graph query already respects the follows.
 */
const ROUNDS = 8;
const ROUND_LIMIT = 100;

/**
 * A page of somebody's Home: their own barks and those of the people they follow.
 * With `live`, also the cursor of their live stream.
 */
export async function homePage(readerId: string, page: Page, { live = false } = {}): Promise<HomePage> {
  let cursor: string | null = null;
  const statuses = await fill(page, async (slice, first) => {
    // Start loading the filters that are needed below.
    const [skeleton] = await Promise.all([homeEntries(readerId, slice, live && first), filtersOf(readerId)]);
    cursor ??= skeleton.cursor;
    const ids = skeleton.entries.map(({ id }) => id);
    const hydrated = await readStatuses(
      readerId,
      ids,
      skeleton.entries.flatMap(({ of }) => of ?? []),
    );
    const known = await viewerRelationships(readerId, hydrated.flatMap(peopleIn));
    const belonging = hydrated.filter((status) => belongsOnHome(status, readerId, known));
    return { ids, statuses: await filterList(readerId, belonging, "home") };
  });
  return { statuses, cursor };
}

/** A page of Town: all public barks, except those of people the viewer mutes. */
export function publicPage(viewerId: string | null, page: Page): Promise<Status[]> {
  return townLike(viewerId, page, (slice) => graphIds("public", slice));
}

/** A page of barks that the viewer did not ask for by author: without barks that involve a person they mute or block. */
export function townLike(
  viewerId: string | null,
  page: Page,
  ids: (slice: IdRange) => Promise<string[]>,
): Promise<Status[]> {
  return fill(page, async (slice) => {
    const part = await hydrate(viewerId, ids(slice));
    if (viewerId === null) return part;
    const known = await viewerRelationships(viewerId, part.statuses.flatMap(peopleIn));
    const belonging = part.statuses.filter((status) => belongsOnPublicTimeline(status, viewerId, known));
    return { ...part, statuses: await filterList(viewerId, belonging, "public") };
  });
}

/** A page of one person's barks and rebarks, or of a choice of them, as the viewer may see them. */
export function personPage(
  viewerId: string | null,
  personId: string,
  page: Page,
  choice?: Partial<PersonChoice>,
): Promise<Status[]> {
  return fill(page, async (slice) => {
    const part = await hydrate(viewerId, graphIds("person", slice, personId, choice));
    return { ...part, statuses: await filterList(viewerId, part.statuses, "account") };
  });
}

/** The barks that somebody pinned and the viewer may see. */
export async function pinnedBarks(viewerId: string | null, personId: string): Promise<Status[]> {
  return filterList(viewerId, await readStatuses(viewerId, await pinnedIds(personId)), "account");
}

/** A page of the public barks on a topic (by its key). */
export function topicPage(viewerId: string | null, topic: string, page: Page): Promise<Status[]> {
  return townLike(viewerId, page, (slice) => graphIds("topic", slice, topic));
}

interface Part {
  ids: string[];
  statuses: Status[];
}

async function hydrate(viewerId: string | null, ids: Promise<string[]>): Promise<Part> {
  const found = await ids;
  return { ids: found, statuses: await readStatuses(viewerId, found) };
}

/** Reads until the page is full or the list has ended, so that only the last page is short. */
async function fill(page: Page, readPart: (slice: IdRange, first: boolean) => Promise<Part>): Promise<Status[]> {
  const slice: IdRange = { ...bounds(page), limit: page.limit };
  const statuses: Status[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const part = await readPart(slice, round === 0);
    if (slice.ascending) statuses.unshift(...part.statuses);
    else statuses.push(...part.statuses);
    const [newest, oldest] = [part.ids[0], part.ids.at(-1)];
    if (statuses.length >= page.limit || part.ids.length < slice.limit || !newest || !oldest) break;
    if (slice.ascending) slice.min = newest;
    else slice.max = oldest;
    slice.limit = Math.min(4 * slice.limit, ROUND_LIMIT);
  }
  return slice.ascending ? statuses.slice(-page.limit) : statuses.slice(0, page.limit);
}
