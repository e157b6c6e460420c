import type { Status } from "@/lib/barks/schema";
import { idTime, shortId } from "@/lib/ids";
import { groupKeyOf } from "@/lib/notifications/rules";
import { type OldPolicyChange, PolicyChange } from "@/lib/notifications/input";
import {
  type Alert,
  type EditChange,
  type GroupedNotifications,
  type AlertKind,
  ALERT_KINDS,
  type Notification,
  type NotificationGroup,
  type NotificationPolicy,
  type NotificationRequest,
  type NotificationType,
  type OldNotificationPolicy,
  PartialAccount,
  type Policy,
  AlertTypes,
  TYPES,
} from "@/lib/notifications/schema";
import type { Account, PersonRow } from "@/lib/people/schema";
import { toAccount } from "@/lib/people/view";
import type { AccountWarning } from "@/lib/strikes/schema";

/** An alert with everything that is shown of it. */
export interface AlertParts {
  alert: Alert;
  account: Account;
  status: Status | null;
  change?: EditChange | undefined;
  warning?: AccountWarning | undefined;
}

/** An alert with the person who caused it. */
export function toAlertParts(
  alert: Alert,
  actor: PersonRow,
  status: Status | null,
  more: Pick<AlertParts, "change" | "warning">,
): AlertParts {
  return { alert, account: toAccount(actor), status, ...more };
}

const FACES = 8;

/** Mastodon `Notification`. */
export function toNotification({ alert, account, status, change, warning }: AlertParts): Notification {
  return {
    id: alert.id,
    type: TYPES[alert.kind],
    created_at: timeOf(alert.id),
    group_key: groupKeyOf(alert),
    account,
    ...(status && { status }),
    ...(alert.emoji && { emoji: alert.emoji }),
    ...(change && { change }),
    ...(warning && { moderation_warning: warning }),
  };
}

/** One row of a grouped page: `page` has its alerts on this page, `older` those below; newest first. */
export function toGroup(key: string, page: AlertParts[], older: AlertParts[]): NotificationGroup | null {
  const [newest, oldest] = [page[0], page.at(-1)];
  if (!newest || !oldest) return null;
  const all = [...page, ...older];
  return {
    group_key: key,
    notifications_count: all.length,
    type: TYPES[newest.alert.kind],
    most_recent_notification_id: shortId(newest.alert.id),
    page_min_id: oldest.alert.id,
    page_max_id: newest.alert.id,
    latest_page_notification_at: timeOf(newest.alert.id),
    sample_account_ids: [...new Set(all.map(({ account }) => account.id))].slice(0, FACES),
    ...(newest.alert.barkId && { status_id: newest.alert.barkId }),
    ...(newest.alert.kind === "reaction" && { reactions: tally(all) }),
    ...(newest.change && { change: newest.change }),
    ...(newest.warning && { moderation_warning: newest.warning }),
  };
}

/** Groups alerts into rows, ordered by the newest alert of each. */
export function groupAlerts(heard: AlertParts[], gathered?: ReadonlySet<AlertKind>): Map<string, AlertParts[]> {
  const groups = new Map<string, AlertParts[]>();
  for (const one of heard) {
    const key = groupKeyOf(one.alert, gathered);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** Mastodon `GroupedNotificationsResults`: the rows, and the people and barks they name, each once. */
export function toGrouped(groups: NotificationGroup[], heard: AlertParts[]): GroupedNotifications {
  const named = new Set(groups.flatMap((group) => group.sample_account_ids));
  const accounts = new Map(heard.map(({ account }) => [account.id, account]));
  const statuses = new Map(heard.flatMap(({ alert, status }) => (status ? [[alert.barkId, status]] : [])));
  return {
    accounts: [...accounts.values()].filter(({ id }) => named.has(id)),
    statuses: groups.flatMap(({ status_id: id }) => take(statuses, id)),
    notification_groups: groups,
  };
}

/** Mastodon `NotificationRequest` of one person's filtered alerts, newest first. */
export function toRequest(heard: AlertParts[]): NotificationRequest | null {
  const [newest, oldest] = [heard[0], heard.at(-1)];
  if (!newest || !oldest) return null;
  return {
    id: newest.account.id,
    created_at: timeOf(oldest.alert.id),
    updated_at: timeOf(newest.alert.id),
    notifications_count: String(heard.length),
    account: newest.account,
    last_status: heard.find(({ status }) => status?.account.id === newest.account.id)?.status ?? null,
  };
}

/** The same with people shown only by their picture in short form: all but the first of each row. */
export function withPartialAccounts(grouped: GroupedNotifications): GroupedNotifications {
  const whole = new Set(grouped.notification_groups.flatMap((group) => group.sample_account_ids.slice(0, 1)));
  return {
    ...grouped,
    accounts: grouped.accounts.filter(({ id }) => whole.has(id)),
    partial_accounts: grouped.accounts
      .filter(({ id }) => !whole.has(id))
      .map((account) => PartialAccount.parse(account)),
  };
}

/** Everybody in a row, each once. */
export function accountsOf(heard: AlertParts[]): Account[] {
  return [...new Map(heard.map(({ account }) => [account.id, account])).values()];
}

/** The types of alerts that somebody has turned on. */
export function toAlertTypes(off: readonly AlertKind[]): AlertTypes {
  const entries = ALERT_KINDS.map((kind): [NotificationType, boolean] => [TYPES[kind], !off.includes(kind)]);
  return AlertTypes.parse(Object.fromEntries(entries));
}

/** Mastodon's older format of a policy. */
export function toOldPolicy({ summary, ...policy }: NotificationPolicy): OldNotificationPolicy {
  return {
    filter_not_following: policy.for_not_following !== "accept",
    filter_not_followers: policy.for_not_followers !== "accept",
    filter_new_accounts: policy.for_new_accounts !== "accept",
    filter_private_mentions: policy.for_private_mentions !== "accept",
    summary,
  };
}

/** Converts a change in the older format to the current one. */
export function fromOldPolicy(change: OldPolicyChange): Partial<Policy> {
  const choices = Object.entries(change).map(([name, on]) => [
    name.replace(/^filter/, "for"),
    on ? "filter" : "accept",
  ]);
  return PolicyChange.parse(Object.fromEntries(choices));
}

/** Each bark once, at its first occurrence. */
function take(statuses: Map<string | null, Status>, id: string | undefined): Status[] {
  const status = id === undefined ? undefined : statuses.get(id);
  if (!status) return [];
  statuses.delete(id ?? null);
  return [status];
}

function tally(heard: AlertParts[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { alert } of heard) if (alert.emoji) counts.set(alert.emoji, (counts.get(alert.emoji) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count);
}

function timeOf(id: string): string {
  return new Date(idTime(id)).toISOString();
}
