import { idTime } from "@/lib/ids";
import { ALERT_KINDS, TYPES } from "@/lib/notifications/schema";
import type { AlertParts } from "@/lib/notifications/view";
import { paths } from "@/lib/paths";
import type { DeviceRow, PushSettings, WebPushSubscription } from "@/lib/push/schema";
import { MESSAGES_TAG } from "@/lib/push/rules";
import { bodyOf, titleOf } from "@/lib/push/words";

/** Types that Mastodon's apps expect and that Barker does not have. */
const NEVER = { quoted_update: false, "admin.sign_up": false, "admin.report": false };

/** Mastodon `WebPushSubscription`. */
export function toSubscription(device: DeviceRow, key: string | null): WebPushSubscription {
  const { id, endpoint, standard, policy } = device;
  const alerts = Object.fromEntries(ALERT_KINDS.map((kind) => [TYPES[kind], device.alerts.includes(TYPES[kind])]));
  const message = device.alerts.includes("message");
  return { id, endpoint, standard, alerts: { ...alerts, message, ...NEVER }, policy, server_key: key ?? "" };
}

interface Wishes {
  quietFrom: string | null;
  quietTo: string | null;
  timeZone: string | null;
  showsPrivate: boolean | null;
}

/** A person's push settings in the API's format. */
export function toSettings({ quietFrom, quietTo, timeZone, showsPrivate }: Wishes): PushSettings {
  return {
    quiet_from: quietFrom,
    quiet_to: quietTo,
    time_zone: timeZone ?? "UTC",
    shows_private: showsPrivate ?? false,
  };
}

/** The message to our service worker: everything it needs to show a row, or to close one that was read elsewhere. */
export interface PushPayload {
  title: string;
  body: string;
  icon: string;
  /** The path that a click opens. */
  address: string;
  tag: string;
  /** When it happened (Unix ms). */
  at: number;
  notification_id: string;
  notification_type: string;
  preferred_locale: string;
  /** Mastodon's apps expect this field and work with an empty one; tokens are stored only as hashes. */
  access_token: "";
}

/** The payload for one row, for all kinds of devices. `heard` is newest first. */
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

/** The payload for new encrypted messages: that there are some, and nothing else. `at` is when the newest came (Unix ms). */
export function messagePayload(at: number): PushPayload {
  return {
    title: "New message",
    body: "Open Barker to read it.",
    icon: "/icons/icon-192.png",
    address: paths.messages,
    tag: MESSAGES_TAG,
    at,
    notification_id: String(at),
    notification_type: "message",
    preferred_locale: "en",
    access_token: "",
  };
}

/** The message for our own browsers, which also update the badge and close what is outdated. */
export function forBrowser(payload: PushPayload | null, unread: number, close: string[]): string {
  return JSON.stringify({ ...payload, unread, close });
}

/** The message for Mastodon's apps; those in Swift and Kotlin parse the id as a number. */
export function forApp(payload: PushPayload): string {
  return JSON.stringify(payload).replace(/("notification_id":)"(\d+)"/, "$1$2");
}

function addressOf([{ alert, account, status }, ...more]: [AlertParts, ...AlertParts[]]): string {
  if (status) return paths.bark(status.account.acct, status.id);
  if (alert.kind === "ask") return paths.requestSettings;
  return more.length > 0 ? paths.alerts : paths.person(account.acct);
}
