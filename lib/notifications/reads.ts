import type { Page } from "@/lib/http/page";
import { MAX_ID } from "@/lib/ids";
import { readMarkers } from "@/lib/markers/reads";
import { collect, MAX_SCANNED, withDecision, type AlertQuery } from "@/lib/notifications/collect";
import { cachedAlerts } from "@/lib/notifications/cache";
import { decodeAlert } from "@/lib/notifications/members";
import { after, before } from "@/lib/notifications/rules";
import type { Alert, AlertKind, Notification, AlertTypes } from "@/lib/notifications/schema";
import { groupAlerts, type AlertParts, toNotification, toAlertTypes } from "@/lib/notifications/view";
import { readPrefs } from "@/lib/notifications/graph";
import { evaluateAlerts } from "@/lib/notifications/evaluate";

/** A page of a person's alerts, newest first. */
export async function alertsPage(personId: string, page: Page, wish: AlertQuery = {}): Promise<AlertParts[]> {
  const heard = await collect(personId, page, wish, (found) => found.length >= page.limit);
  return page.minId === undefined ? heard.slice(0, page.limit) : heard.slice(-page.limit);
}

/** One alert by id, also a filtered one; null when this person has none of that id. */
export async function findAlert(personId: string, id: string): Promise<Notification | null> {
  const slice = { max: after(id), min: before(id), ascending: false, limit: 1 };
  const evaluated = await evaluateAlerts(personId, await cachedAlerts(personId, slice), await readPrefs(personId));
  const [heard] = withDecision(evaluated, ["tell", "filter"]);
  return heard ? toNotification(heard) : null;
}

/** The number of unread alerts, or of the rows that they are grouped into; at most `limit`. */
export async function unreadCount(
  personId: string,
  limit: number,
  wish: AlertQuery,
  grouped: { gathered?: ReadonlySet<AlertKind> | undefined } | null,
): Promise<number> {
  const { notifications } = await readMarkers(personId, ["notifications"]);
  const page: Page = { limit, sinceId: notifications?.last_read_id };
  const heard = await collect(personId, page, wish, (found) => found.length >= MAX_SCANNED);
  return Math.min(limit, grouped ? groupAlerts(heard, grouped.gathered).size : heard.length);
}

/** The current notifications for entries of a person's live stream; hidden ones are absent. */
export async function alertsByMember(personId: string, members: string[]): Promise<Map<string, Notification>> {
  const alerts = new Map(members.flatMap((member) => pair(decodeAlert(member), member)));
  if (alerts.size === 0) return new Map();
  const heard = withDecision(await evaluateAlerts(personId, [...alerts.keys()], await readPrefs(personId)), ["tell"]);
  return new Map(heard.map((one) => [alerts.get(one.alert) ?? "", toNotification(one)]));
}

/** The maximum number of unread alerts that are considered for a device. */
const MAX_CONSIDERED = 100;

/**
 * A person's newest unread alerts that are shown now; nothing older than `floor` was considered.
 */
export async function unreadAlerts(personId: string): Promise<{ heard: AlertParts[]; floor: string }> {
  const [{ notifications }, prefs] = await Promise.all([readMarkers(personId, ["notifications"]), readPrefs(personId)]);
  const readTo = notifications?.last_read_id ?? "0";
  const min = readTo > prefs.clearedTo ? readTo : prefs.clearedTo;
  const alerts = await cachedAlerts(personId, { max: MAX_ID, min, ascending: false, limit: MAX_CONSIDERED });
  const heard = withDecision(await evaluateAlerts(personId, alerts, prefs), ["tell"]);
  return { heard, floor: alerts.length < MAX_CONSIDERED ? "0" : (alerts.at(-1)?.id ?? "0") };
}

/** The types of alerts that a person has turned on. */
export async function readAlertTypes(personId: string): Promise<AlertTypes> {
  return toAlertTypes((await readPrefs(personId)).off);
}

function pair(alert: Alert | null, member: string): [Alert, string][] {
  return alert ? [[alert, member]] : [];
}
