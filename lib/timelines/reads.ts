import { readBarks } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { bounds, type Page } from "@/lib/http/page";
import { followedAmong } from "@/lib/people/reads";
import { graphIds } from "@/lib/timelines/graph";
import { homeIds } from "@/lib/timelines/home";
import { belongsOnHome } from "@/lib/timelines/rules";
import type { HomePage, Slice } from "@/lib/timelines/schema";

/**
 * How often a page is read on when rules took barks out of it, each time four times as far but at
 * most 100 entries: enough for a whole timeline in Redis, behind which the graph knows the follows.
 */
const ROUNDS = 8;
const ROUND_LIMIT = 100;

/**
 * A page of somebody's Home: all barks of those they follow and their own.
 * With `live`, also where their live stream stands, to go on from there.
 */
export async function homePage(readerId: string, page: Page, { live = false } = {}): Promise<HomePage> {
  let cursor: string | null = null;
  const statuses = await fill(page, async (slice, first) => {
    const skeleton = await homeIds(readerId, slice, live && first);
    cursor ??= skeleton.cursor;
    const hydrated = await readBarks(skeleton.ids);
    const followed = await followedAmong(
      readerId,
      hydrated.map((status) => status.account.id),
    );
    return { ids: skeleton.ids, statuses: hydrated.filter((status) => belongsOnHome(status, readerId, followed)) };
  });
  return { statuses, cursor };
}

/** A page of the town: everybody's public barks. */
export function publicPage(page: Page): Promise<Status[]> {
  return fill(page, (slice) => hydrate(graphIds("public", slice)));
}

/** A page of one person's barks. */
export function personPage(personId: string, page: Page): Promise<Status[]> {
  return fill(page, (slice) => hydrate(graphIds("person", slice, personId)));
}

interface Part {
  ids: string[];
  statuses: Status[];
}

async function hydrate(ids: Promise<string[]>): Promise<Part> {
  const found = await ids;
  return { ids: found, statuses: await readBarks(found) };
}

/** Reads on until a page is full or its list has ended, so that only the last page is short. */
async function fill(page: Page, readPart: (slice: Slice, first: boolean) => Promise<Part>): Promise<Status[]> {
  const slice: Slice = { ...bounds(page), limit: page.limit };
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
