import { idTime } from "@/lib/ids";
import { ALERT_KINDS, TYPES } from "@/lib/notifications/schema";
import type { AlertParts } from "@/lib/notifications/view";
import { paths } from "@/lib/paths";
import type { DeviceRow, PushSettings, WebPushSubscription } from "@/lib/push/schema";
import { bodyOf, titleOf } from "@/lib/push/words";

/** What Mastodon's apps look for beside what there is here. */
const NEVER = { poll: false, quoted_update: false, "admin.sign_up": false, "admin.report": false };

/** Mastodon `WebPushSubscription`. */
export function toSubscription(device: DeviceRow, key: string | null): WebPushSubscription {
  const { id, endpoint, standard, policy } = device;
  const alerts = Object.fromEntries(ALERT_KINDS.map((kind) => [TYPES[kind], device.alerts.includes(TYPES[kind])]));
  return { id, endpoint, standard, alerts: { ...alerts, ...NEVER }, policy, server_key: key ?? "" };
}

interface Wishes {
  quietFrom: string | null;
  quietTo: string | null;
  timeZone: string | null;
  showsPrivate: boolean | null;
}

/** What a person wishes of pushes, as the API says it. */
export function toSettings({ quietFrom, quietTo, timeZone, showsPrivate }: Wishes): PushSettings {
  return {
    quiet_from: quietFrom,
    quiet_to: quietTo,
    time_zone: timeZone ?? "UTC",
    shows_private: showsPrivate ?? false,
  };
}

/** What our service worker is sent: all it needs to show a row, or to close what was read elsewhere. */
export interface PushPayload {
  title: string;
  body: string;
  icon: string;
  /** Path of what a click opens. */
  address: string;
  tag: string;
  /** When it happened (Unix ms). */
  at: number;
  notification_id: string;
  notification_type: string;
  preferred_locale: string;
  /** Mastodon's apps look for it and show the rest without it; tokens are nowhere kept in clear. */
  access_token: "";
}

/** What is sent to a device of any kind for one row. `heard` is newest first. */
export function toPayload(
  tag: string,
  heard: [AlertParts, ...AlertParts[]],
  of: { personId: string; showsPrivate: boolean },
) {
  const [{ alert, account }] = heard;
  return {
    title: titleOf(heard, of.personId),
    body: bodyOf(heard, of.showsPrivate),
    icon: account.avatar,
    address: addressOf(heard),
    tag,
    at: idTime(alert.id),
    notification_id: alert.id,
    notification_type: TYPES[alert.kind],
    preferred_locale: "en",
    access_token: "",
  } satisfies PushPayload;
}

/** For our own browsers, which also keep the badge right and close what is outdated. */
export function forBrowser(payload: PushPayload | null, unread: number, close: string[]): string {
  return JSON.stringify({ ...payload, unread, close });
}

/** For apps made for Mastodon: those in Swift and Kotlin read the id as a number. */
export function forApp(payload: PushPayload): string {
  return JSON.stringify(payload).replace(/("notification_id":)"(\d+)"/, "$1$2");
}

function addressOf([{ alert, account, status }, ...more]: [AlertParts, ...AlertParts[]]): string {
  if (status) return paths.bark(status.account.acct, status.id);
  if (alert.kind === "ask") return paths.requestSettings;
  return more.length > 0 ? paths.alerts : paths.person(account.acct);
}
