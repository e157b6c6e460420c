import type { Status } from "@/lib/barks/schema";
import type { GroupedNotifications, Notification, NotificationGroup } from "@/lib/notifications/schema";
import type { Account } from "@/lib/people/schema";

/** A row of alerts: a single one, or several of one kind about one bark. */
export interface AlertListRow {
  key: string;
  type: Notification["type"];
  newestId: string;
  at: string;
  /** The newest people of the row, newest first. */
  people: Account[];
  /** The number of people. */
  count: number;
  status?: Status;
  reactions?: NotificationGroup["reactions"];
  change?: Notification["change"];
}

/** The rows of a list of alerts, newest first, and the alerts that wait to be shown. */
export interface Alerts {
  rows: AlertListRow[];
  waiting: Notification[];
  /** The `max_id` of the next page; null at the end. */
  next: string | null;
}

const FACES = 8;

/** Converts a page of the API to rows. */
export function rowsOf({ accounts, statuses, notification_groups: groups }: GroupedNotifications): AlertListRow[] {
  const people = new Map(accounts.map((account) => [account.id, account]));
  const barks = new Map(statuses.map((status) => [status.id, status]));
  return groups.map((group) => ({
    key: group.group_key,
    type: group.type,
    newestId: group.page_max_id,
    at: group.latest_page_notification_at,
    people: group.sample_account_ids.flatMap((id) => people.get(id) ?? []),
    count: group.notifications_count,
    status: barks.get(group.status_id ?? ""),
    reactions: group.reactions,
    change: group.change,
  }));
}

/** Adds the rows of a page below; one that began above is continued there. */
export function extend(alerts: Alerts, rows: AlertListRow[], next: string | null): Alerts {
  const there = new Set(alerts.rows.map(({ key }) => key));
  return { ...alerts, rows: [...alerts.rows, ...rows.filter(({ key }) => !there.has(key))], next };
}

/** A live alert arrived: it waits until the reader asks for it. Idempotent. */
export function arrive(alerts: Alerts, notification: Notification): Alerts {
  const known =
    alerts.waiting.some(({ id }) => id === notification.id) ||
    alerts.rows.some(({ key, newestId }) => key === notification.group_key && newestId >= notification.id);
  return known ? alerts : { ...alerts, waiting: [...alerts.waiting, notification] };
}

/** Shows the waiting alerts: on top, each in its row. */
export function reveal(alerts: Alerts): Alerts {
  const inOrder = alerts.waiting.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...alerts, waiting: [], rows: inOrder.reduce(add, alerts.rows) };
}

function add(rows: AlertListRow[], notification: Notification): AlertListRow[] {
  const { group_key: key, account, emoji } = notification;
  const before = rows.find((row) => row.key === key);
  const others = before?.people.filter(({ id }) => id !== account.id) ?? [];
  const row: AlertListRow = {
    key,
    type: notification.type,
    newestId: notification.id,
    at: notification.created_at,
    people: [account, ...others].slice(0, FACES),
    count: (before?.count ?? 0) + 1,
    status: notification.status ?? before?.status,
    reactions: emoji === undefined ? undefined : tally(before?.reactions ?? [], emoji),
    change: notification.change,
  };
  return [row, ...rows.filter((other) => other !== before)];
}

function tally(reactions: { name: string; count: number }[], emoji: string): { name: string; count: number }[] {
  const had = reactions.find(({ name }) => name === emoji);
  const others = reactions.filter((reaction) => reaction !== had);
  return [...others, { name: emoji, count: (had?.count ?? 0) + 1 }].toSorted((a, b) => b.count - a.count);
}

/** Removes the alerts about a deleted bark. */
export function withdraw(alerts: Alerts, barkId: string): Alerts {
  return {
    ...alerts,
    rows: alerts.rows.filter(({ status }) => status?.id !== barkId),
    waiting: alerts.waiting.filter(({ status }) => status?.id !== barkId),
  };
}

/** "Otter, Fern" and the number of others: two people are named, or one when there are others too. */
export function names({ people, count }: Pick<AlertListRow, "people" | "count">): { named: string[]; others: number } {
  const named = people.slice(0, 2).map((person) => person.display_name);
  return { named, others: Math.max(0, count - named.length) };
}
