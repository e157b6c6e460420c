import type { Page } from "@/lib/http/page";
import { collect, LOOKED_THROUGH, told, type Wish } from "@/lib/notifications/collect";
import { alertsOf } from "@/lib/notifications/kept";
import { before, groupBounds, groupKeyOf } from "@/lib/notifications/rules";
import type { GroupedNotifications, Kind } from "@/lib/notifications/schema";
import { gather, type Heard, toGroup, toGrouped } from "@/lib/notifications/view";
import { readEar, weigh } from "@/lib/notifications/weigh";

/** Rows of alerts; of the kinds named, those of one kind and bark within half a day are one row. */
export interface GroupedPage extends GroupedNotifications {
  /** The newest and the oldest alert on the page, for paging; null when it is empty. */
  span: { newest: string; oldest: string } | null;
}

/** A page of at most `limit` rows, newest first. A row that goes on below the page comes again on the next. */
export async function groupedPage(
  personId: string,
  page: Page,
  wish: Wish = {},
  gathered?: ReadonlySet<Kind>,
): Promise<GroupedPage> {
  const rows = (found: Heard[]) => new Set(found.map(({ alert }) => groupKeyOf(alert, gathered))).size;
  const found = await collect(personId, page, wish, (sofar) => rows(sofar) > page.limit);
  const heard = cut(page.minId === undefined ? found : found.toReversed(), page.limit, gathered);
  if (page.minId !== undefined) heard.reverse();
  const [newest, oldest] = [heard[0]?.alert.id, heard.at(-1)?.alert.id];
  if (!newest || !oldest) return { ...toGrouped([], []), span: null };
  const older = gather(await belowPage(personId, oldest, heard, wish, gathered), gathered);
  const groups = [...gather(heard, gathered)].flatMap(([key, its]) => toGroup(key, its, older.get(key) ?? []) ?? []);
  return { ...toGrouped(groups, [...heard, ...[...older.values()].flat()]), span: { newest, oldest } };
}

/** The alerts of one row, newest first; empty when there is no such row. */
export async function alertsOfGroup(personId: string, key: string): Promise<Heard[]> {
  const lies = groupBounds(key);
  if (!lies) return [];
  const gathered = key.startsWith("ungrouped-") ? new Set<Kind>() : undefined;
  const all = await alertsOf(personId, { ...lies, ascending: false, limit: LOOKED_THROUGH });
  const its = all.filter((alert) => groupKeyOf(alert, gathered) === key);
  return told(await weigh(personId, its, await readEar(personId)), ["tell"]);
}

/** The first alerts, in their order, that make at most `limit` rows. */
function cut(heard: Heard[], limit: number, gathered?: ReadonlySet<Kind>): Heard[] {
  const rows = new Set<string>();
  const end = heard.findIndex(({ alert }) => rows.add(groupKeyOf(alert, gathered)).size > limit);
  return end < 0 ? heard : heard.slice(0, end);
}

/** What lies below a page in the rows that go on there. */
async function belowPage(
  personId: string,
  oldest: string,
  heard: Heard[],
  { verdicts = ["tell"] }: Wish,
  gathered?: ReadonlySet<Kind>,
): Promise<Heard[]> {
  const keys = new Set(heard.map(({ alert }) => groupKeyOf(alert, gathered)));
  const floors = [...keys].flatMap((key) => (key.startsWith("ungrouped") ? [] : (groupBounds(key)?.min ?? [])));
  const [min] = floors.toSorted();
  if (min === undefined || min >= before(oldest)) return [];
  const below = await alertsOf(personId, { max: oldest, min, ascending: false, limit: LOOKED_THROUGH });
  const its = below.filter((alert) => keys.has(groupKeyOf(alert, gathered)));
  return told(await weigh(personId, its, await readEar(personId)), verdicts);
}
