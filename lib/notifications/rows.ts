import type { Page } from "@/lib/http/page";
import { collect, MAX_SCANNED, withDecision, type AlertQuery } from "@/lib/notifications/collect";
import { cachedAlerts } from "@/lib/notifications/cache";
import { before, groupBounds, groupKeyOf } from "@/lib/notifications/rules";
import type { GroupedNotifications, AlertKind } from "@/lib/notifications/schema";
import { groupAlerts, type AlertParts, toGroup, toGrouped } from "@/lib/notifications/view";
import { readPrefs } from "@/lib/notifications/graph";
import { evaluateAlerts } from "@/lib/notifications/evaluate";

/** Rows of alerts; for the kinds named, alerts of one kind and bark within half a day are one row. */
export interface GroupedPage extends GroupedNotifications {
  /** The newest and the oldest alert on the page, for paging; null when it is empty. */
  span: { newest: string; oldest: string } | null;
}

/** A page of at most `limit` rows, newest first. A row that continues below the page is repeated on the next. */
export async function groupedPage(
  personId: string,
  page: Page,
  wish: AlertQuery = {},
  gathered?: ReadonlySet<AlertKind>,
): Promise<GroupedPage> {
  const rows = (found: AlertParts[]) => new Set(found.map(({ alert }) => groupKeyOf(alert, gathered))).size;
  const found = await collect(personId, page, wish, (sofar) => rows(sofar) > page.limit);
  const heard = cut(page.minId === undefined ? found : found.toReversed(), page.limit, gathered);
  if (page.minId !== undefined) heard.reverse();
  const [newest, oldest] = [heard[0]?.alert.id, heard.at(-1)?.alert.id];
  if (!newest || !oldest) return { ...toGrouped([], []), span: null };
  const older = groupAlerts(await belowPage(personId, oldest, heard, wish, gathered), gathered);
  const groups = [...groupAlerts(heard, gathered)].flatMap(
    ([key, its]) => toGroup(key, its, older.get(key) ?? []) ?? [],
  );
  return { ...toGrouped(groups, [...heard, ...[...older.values()].flat()]), span: { newest, oldest } };
}

/** The alerts of one row, newest first; empty when there is no such row. */
export async function alertsOfGroup(personId: string, key: string): Promise<AlertParts[]> {
  const lies = groupBounds(key);
  if (!lies) return [];
  const gathered = key.startsWith("ungrouped-") ? new Set<AlertKind>() : undefined;
  const all = await cachedAlerts(personId, { ...lies, ascending: false, limit: MAX_SCANNED });
  const its = all.filter((alert) => groupKeyOf(alert, gathered) === key);
  return withDecision(await evaluateAlerts(personId, its, await readPrefs(personId)), ["tell"]);
}

/** The longest prefix of the alerts that makes at most `limit` rows. */
function cut(heard: AlertParts[], limit: number, gathered?: ReadonlySet<AlertKind>): AlertParts[] {
  const rows = new Set<string>();
  const end = heard.findIndex(({ alert }) => rows.add(groupKeyOf(alert, gathered)).size > limit);
  return end < 0 ? heard : heard.slice(0, end);
}

/** The alerts below a page that belong to rows on the page. */
async function belowPage(
  personId: string,
  oldest: string,
  heard: AlertParts[],
  { decisions = ["tell"] }: AlertQuery,
  gathered?: ReadonlySet<AlertKind>,
): Promise<AlertParts[]> {
  const keys = new Set(heard.map(({ alert }) => groupKeyOf(alert, gathered)));
  const floors = [...keys].flatMap((key) => (key.startsWith("ungrouped") ? [] : (groupBounds(key)?.min ?? [])));
  const [min] = floors.toSorted();
  if (min === undefined || min >= before(oldest)) return [];
  const below = await cachedAlerts(personId, { max: oldest, min, ascending: false, limit: MAX_SCANNED });
  const its = below.filter((alert) => keys.has(groupKeyOf(alert, gathered)));
  return withDecision(await evaluateAlerts(personId, its, await readPrefs(personId)), decisions);
}
