import { bounds, type IdRange, type Page } from "@/lib/http/page";

/** The parameters for reading a list part by part until a page is full. */
interface Walk<At, Item> {
  /** Where the first part begins. */
  from: At;
  /** The maximum number of parts. */
  parts?: number;
  /** Whether a page needs no more than these items. */
  isFull?: (items: Item[]) => boolean;
  /** Whether each part lies above the previous one, because the list is read from its lower end. */
  upward?: boolean;
}

/** The four steps in which a page is made. */
interface Steps<At, Part, Item, Result> {
  /** The ids of one part of the list, and where the next part begins; null when the list has ended. */
  skeleton: (at: At, isFirst: boolean) => Promise<{ part: Part; next: NoInfer<At> | null }>;
  /** Reads the items with these ids. */
  hydrate: (part: Part) => Promise<Item[]>;
  /** Removes items that the viewer may not or does not want to see. */
  filter: (items: Item[]) => Promise<Item[]>;
  /** Makes the page from the remaining items of all parts, in the order of the list. */
  present: (items: Item[], parts: Part[]) => Result;
}

/** Makes a page of a list: reads parts until the remaining items fill the page or the list has ended. */
export async function pipeline<At, Part, Item, Result>(
  { from, parts: most = 1, isFull = () => false, upward = false }: Walk<At, Item>,
  { skeleton, hydrate, filter, present }: Steps<At, Part, Item, Result>,
): Promise<Result> {
  const parts: Part[] = [];
  let items: Item[] = [];
  for (let at: At | null = from; at !== null && parts.length < most && !isFull(items);) {
    const { part, next }: { part: Part; next: At | null } = await skeleton(at, parts.length === 0);
    const shown = await filter(await hydrate(part));
    items = upward ? [...shown, ...items] : [...items, ...shown];
    parts.push(part);
    at = next;
  }
  return present(items, parts);
}

/**
 * Each part of a list is four times as long as the previous one, up to this length: enough for a whole cached timeline
 * in `PARTS` parts. Below it, the graph query already applies the current follows.
 */
const PART_LENGTH = 100;
const PARTS = 8;

/** Reads a list that is ordered by id until a page of it is full. */
export function byId(page: Page): Required<Walk<IdRange, unknown>> {
  const from = { ...bounds(page), limit: page.limit };
  return { from, parts: PARTS, isFull: ({ length }) => length >= page.limit, upward: from.ascending };
}

/** The range below the part with these ids, newest first; null when the list has ended. */
export function rangeBehind(range: IdRange, ids: string[]): IdRange | null {
  const [newest, oldest] = [ids[0], ids.at(-1)];
  if (ids.length < range.limit || newest === undefined || oldest === undefined) return null;
  const limit = Math.min(4 * range.limit, PART_LENGTH);
  return range.ascending ? { ...range, min: newest, limit } : { ...range, max: oldest, limit };
}

/** Trims items to the length of a page: its newest, or with `minId` those directly above it. */
export function cutTo<Item>(page: Page): (items: Item[]) => Item[] {
  return (items) => (page.minId === undefined ? items.slice(0, page.limit) : items.slice(-page.limit));
}
