import { idTime } from "@/lib/ids";
import { TYPES } from "@/lib/notifications/schema";
import type { AlertParts } from "@/lib/notifications/view";
import type { DeviceRow, PushPolicy, PushSettings } from "@/lib/push/schema";
import { DAY_MS, HOUR_MS } from "@/lib/time";

const SECOND = 1_000;
/** Alerts older than this (ms) are not pushed. */
export const FRESH_MS = DAY_MS;
/** The minimum time (ms) between two pushes for the same row. */
export const QUIET_MS = 60 * SECOND;
/** The maximum number of rows pushed to a device at once: the newest; the others are in Alerts. */
const MAX_ROWS = 8;
/** The first pause (ms) after a service failed; each further pause is four times longer. */
const FIRST_PAUSE = 30 * SECOND;
const MAX_PAUSE = 6 * HOUR_MS;

/** Whether sender and recipient follow each other. */
interface FollowRelation {
  following: boolean;
  followedBy: boolean;
}

/** The tag of the one notification that a device shows for new encrypted messages. */
export const MESSAGES_TAG = "messages";
const MESSAGE = /^message:(\d{13}):/;

/** A waiting entry for an encrypted message that was received at `at` (Unix ms). */
export const messageEntry = (at: number, conversationId: string, number: number): string =>
  `message:${at}:${conversationId}:${number}`;

/** When (Unix ms) the message of a waiting entry was received; null for other entries. */
export function messageTime(entry: string): number | null {
  const at = MESSAGE.exec(entry)?.[1];
  return at === undefined ? null : Number(at);
}

/** A row of alerts to show on a device; `heard` is newest first. */
export interface Planned<Device> {
  device: Device;
  tag: string;
  heard: [AlertParts, ...AlertParts[]];
  newest: string;
}

interface Plan<Device> {
  devices: Device[];
  /** Unread rows by their keys, each newest first. */
  rows: Map<string, AlertParts[]>;
  /** Alerts that have not been pushed yet. */
  due: ReadonlySet<string>;
  relations: Map<string, FollowRelation>;
}

/** Selects the rows to push to each device: the newest that contain something new for it. */
export function planPushes<Device extends DeviceRow>(plan: Plan<Device>): Planned<Device>[] {
  const { devices, rows, due, relations } = plan;
  return devices.flatMap((device) => {
    const news = [...rows].flatMap(([tag, row]): Planned<Device>[] => {
      const heard = row.filter((one) => wants(device, one, relations.get(one.account.id)));
      const isNews = heard.some(({ alert }) => due.has(alert.id) && idTime(alert.id) >= device.at);
      const [first, ...others] = heard;
      return isNews && first ? [{ device, tag, heard: [first, ...others], newest: first.alert.id }] : [];
    });
    return news.slice(0, MAX_ROWS);
  });
}

function wants({ alerts, policy }: DeviceRow, { alert }: AlertParts, relation: FollowRelation | undefined): boolean {
  return alerts.includes(TYPES[alert.kind]) && allows(policy, relation);
}

function allows(policy: PushPolicy, relation: FollowRelation | undefined): boolean {
  if (policy === "followed") return relation?.following ?? false;
  if (policy === "follower") return relation?.followedBy ?? false;
  return policy === "all";
}

/** Whether `now` (Unix ms) is within a person's quiet hours, in their time zone and also across midnight. */
export function isQuiet({ quiet_from: from, quiet_to: to, time_zone: zone }: PushSettings, now: number): boolean {
  if (from === null || to === null || from === to) return false;
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(now);
  return from < to ? clock >= from && clock < to : clock >= from || clock < to;
}

/**
 * The back-off (ms) after failures of a device's push service.
 * @param fails how often in a row it has failed now
 * @param asked how long (ms) the service asked to wait, or null
 */
export function pauseAfter(fails: number, asked: number | null): number {
  return Math.min(Math.max(FIRST_PAUSE * 4 ** (fails - 1), asked ?? 0), MAX_PAUSE);
}

/** A row that was pushed to a device: the id of its newest alert, when (Unix ms), and whether it was delivered. */
export interface Shown {
  device: string;
  tag: string;
  newest: string;
  at: number;
  done: boolean;
}

/** Rows that devices show although they are no longer unread: read, withdrawn or dismissed. */
export function outdated(shown: Shown[], rows: ReadonlyMap<string, unknown>, floor: string): Shown[] {
  return shown.filter(({ tag, newest, done }) => done && newest > floor && !rows.has(tag));
}

/** Safari revokes the permission of sites that send silent messages, so it gets none. */
export function mayBeSilent({ endpoint, own }: { endpoint: string; own: boolean }): boolean {
  return own && !/^https:\/\/[\w.-]+\.push\.apple\.com\//.test(endpoint);
}
