import type { Page } from "@/lib/http/page";
import { readMarkers } from "@/lib/markers/reads";
import { collect, LOOKED_THROUGH, told, type Wish } from "@/lib/notifications/collect";
import { alertsOf } from "@/lib/notifications/kept";
import { fromMember } from "@/lib/notifications/members";
import { after, before } from "@/lib/notifications/rules";
import type { Alert, Notification, Switches } from "@/lib/notifications/schema";
import { gather, type Heard, toNotification, toSwitches } from "@/lib/notifications/view";
import { readEar, weigh } from "@/lib/notifications/weigh";

/** A page of a person's alerts, newest first. */
export async function alertsPage(personId: string, page: Page, wish: Wish = {}): Promise<Heard[]> {
  const heard = await collect(personId, page, wish, (found) => found.length >= page.limit);
  return page.minId === undefined ? heard.slice(0, page.limit) : heard.slice(-page.limit);
}

/** One alert by id, also one that was put aside; null when there is none for this person. */
export async function findAlert(personId: string, id: string): Promise<Notification | null> {
  const slice = { max: after(id), min: before(id), ascending: false, limit: 1 };
  const weighed = await weigh(personId, await alertsOf(personId, slice), await readEar(personId));
  const [heard] = told(weighed, ["tell", "put aside"]);
  return heard ? toNotification(heard) : null;
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

/** How many unread alerts are looked at for what a device is to show. */
const LOOKED_AT = 100;

/**
 * A person's newest unread alerts, as they would be told them now; nothing older than `floor` was looked at. From the
 * list that is kept: the graph would walk every like that they were ever given.
 */
export async function unreadAlerts(personId: string): Promise<{ heard: Heard[]; floor: string }> {
  const [{ notifications }, ear] = await Promise.all([readMarkers(personId, ["notifications"]), readEar(personId)]);
  const readTo = notifications?.last_read_id ?? "0";
  const min = readTo > ear.clearedTo ? readTo : ear.clearedTo;
  const alerts = await alertsOf(personId, { max: "9".repeat(19), min, ascending: false, limit: LOOKED_AT });
  const heard = told(await weigh(personId, alerts, ear), ["tell"]);
  return { heard, floor: alerts.length < LOOKED_AT ? "0" : (alerts.at(-1)?.id ?? "0") };
}

/** Which types of alerts a person wants. */
export async function readSwitches(personId: string): Promise<Switches> {
  return toSwitches((await readEar(personId)).off);
}

function pair(alert: Alert | null, member: string): [Alert, string][] {
  return alert ? [[alert, member]] : [];
}
