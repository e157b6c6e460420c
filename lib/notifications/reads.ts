import { bounds, type Page } from "@/lib/http/page";
import { alertsOf } from "@/lib/notifications/kept";
import { fromMember } from "@/lib/notifications/members";
import { after, before, groupBounds, groupKeyOf, type Verdict } from "@/lib/notifications/rules";
import type {
  Alert,
  GroupedNotifications,
  Kind,
  Notification,
  NotificationPolicy,
  NotificationRequest,
  Switches,
} from "@/lib/notifications/schema";
import {
  gather,
  type Heard,
  toGroup,
  toGrouped,
  toNotification,
  toRequest,
  toSwitches,
} from "@/lib/notifications/view";
import { readEar, weigh, type Weighed } from "@/lib/notifications/weigh";
import { readMarkers } from "@/lib/markers/reads";

/** How many alerts one request looks through at most: as many as the list in Redis holds. */
const LOOKED_THROUGH = 400;
const ROUND_LIMIT = 100;

/** Which alerts are asked for; without more, all that are told. */
export interface Wish {
  kinds?: ReadonlySet<Kind>;
  actorId?: string;
  verdicts?: readonly Verdict[];
}

/** A page of a person's alerts, newest first. */
export async function alertsPage(personId: string, page: Page, wish: Wish = {}): Promise<Heard[]> {
  const heard = await collect(personId, page, wish, (found) => found.length >= page.limit);
  return page.minId === undefined ? heard.slice(0, page.limit) : heard.slice(-page.limit);
}

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

/** One alert by id, also one that was put aside; null when there is none for this person. */
export async function findAlert(personId: string, id: string): Promise<Notification | null> {
  const slice = { max: after(id), min: before(id), ascending: false, limit: 1 };
  const weighed = await weigh(personId, await alertsOf(personId, slice), await readEar(personId));
  const [heard] = told(weighed, ["tell", "put aside"]);
  return heard ? toNotification(heard) : null;
}

/** A person's policy for strangers, and how much waits because of it. */
export async function readPolicy(personId: string): Promise<NotificationPolicy> {
  const [{ policy }, aside] = await Promise.all([readEar(personId), putAside(personId)]);
  const people = new Set(aside.map(({ account }) => account.id));
  return {
    ...policy,
    summary: { pending_requests_count: people.size, pending_notifications_count: aside.length },
  };
}

/** Which types of alerts a person wants. */
export async function readSwitches(personId: string): Promise<Switches> {
  return toSwitches((await readEar(personId)).off);
}

/** A page of people whose alerts were put aside, newest accounts first. */
export async function requestsPage(personId: string, page: Page): Promise<NotificationRequest[]> {
  const { max, min, ascending } = bounds(page);
  const requests = [...byActor(await putAside(personId)).values()]
    .flatMap((heard) => toRequest(heard) ?? [])
    .filter(({ id }) => id < max && id > min)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return ascending ? requests.slice(-page.limit) : requests.slice(0, page.limit);
}

/** One of them, or null. */
export async function findRequest(personId: string, actorId: string): Promise<NotificationRequest | null> {
  return toRequest((await putAside(personId)).filter(({ account }) => account.id === actorId));
}

/** What was put aside among the alerts that one request looks through, newest first. */
function putAside(personId: string): Promise<Heard[]> {
  return collect(personId, { limit: ROUND_LIMIT }, { verdicts: ["put aside"] }, () => false);
}

function byActor(heard: Heard[]): Map<string, Heard[]> {
  const people = new Map<string, Heard[]>();
  for (const one of heard) people.set(one.account.id, [...(people.get(one.account.id) ?? []), one]);
  return people;
}

/** How many alerts, or rows of them, are newer than what the person has read; at most `limit`. */
export async function unreadCount(personId: string, limit: number, wish: Wish, grouped: boolean): Promise<number> {
  const { notifications } = await readMarkers(personId, ["notifications"]);
  const page: Page = { limit, sinceId: notifications?.last_read_id };
  const heard = await collect(personId, page, wish, (found) => found.length >= LOOKED_THROUGH);
  return Math.min(limit, grouped ? gather(heard).size : heard.length);
}

/** What entries of a person's live stream are to them now; those that say nothing to them are absent. */
export async function alertsByMember(personId: string, members: string[]): Promise<Map<string, Notification>> {
  const alerts = new Map(members.flatMap((member) => pair(fromMember(member), member)));
  if (alerts.size === 0) return new Map();
  const heard = told(await weigh(personId, [...alerts.keys()], await readEar(personId)), ["tell"]);
  return new Map(heard.map((one) => [alerts.get(one.alert) ?? "", toNotification(one)]));
}

/** Reads on until `enough` is found or the list has ended. In the order of the page's direction made newest first. */
async function collect(
  personId: string,
  page: Page,
  { kinds, actorId, verdicts = ["tell"] }: Wish,
  enough: (found: Heard[]) => boolean,
): Promise<Heard[]> {
  const ear = await readEar(personId);
  const slice = { ...bounds(page), limit: Math.min(ROUND_LIMIT, 2 * page.limit) };
  if (slice.min < ear.clearedTo) slice.min = ear.clearedTo;
  const found: Heard[] = [];
  for (let looked = 0; looked < LOOKED_THROUGH;) {
    const part = await alertsOf(personId, slice);
    const wanted = part.filter(
      (alert) => (kinds?.has(alert.kind) ?? true) && alert.actorId === (actorId ?? alert.actorId),
    );
    const heard = told(await weigh(personId, wanted, ear), verdicts);
    if (slice.ascending) found.unshift(...heard);
    else found.push(...heard);
    const [newest, oldest] = [part[0]?.id, part.at(-1)?.id];
    if (part.length < slice.limit || !newest || !oldest || enough(found)) break;
    if (slice.ascending) slice.min = newest;
    else slice.max = oldest;
    looked += part.length;
    slice.limit = ROUND_LIMIT;
  }
  return found;
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

function told(weighed: Weighed[], verdicts: readonly Verdict[]): Heard[] {
  return weighed.filter((one) => verdicts.includes(one.verdict));
}

function pair(alert: Alert | null, member: string): [Alert, string][] {
  return alert ? [[alert, member]] : [];
}
