import type { PushMessage } from "@/lib/push/send";
import type { PushTargets } from "@/lib/push/reads";
import { FRESH_MS, MESSAGES_TAG, type Planned } from "@/lib/push/rules";
import { forApp, forBrowser, messagePayload, toPayload } from "@/lib/push/view";

export type PushDevice = PushTargets["devices"][number];

/** One message to one device: a row of alerts or, if `row` is null, only notifications to close. */
export interface PushTask {
  device: PushDevice;
  row: { tag: string; newest: string } | null;
  /** Tags of the notifications that it closes. */
  close: string[];
  message: PushMessage;
}

interface About {
  personId: string;
  targets: PushTargets;
  /** Number of unread rows. */
  unread: number;
  /** Tags of notifications that the device shows but that are no longer unread. */
  close: string[];
}

/** Maximum number of tags that one message closes: it must fit into 4 kB. */
const MAX_CLOSED = 40;
/** How long (s) a push service keeps a message for a device that is offline. */
const TTL_SECONDS = FRESH_MS / 1000;
/** Kinds that are sent with high urgency, so that they wake a phone. */
const URGENT = new Set(["mention", "quote", "ask"]);

/** The task that shows a row on a device. */
export function alertTask({ device, tag, newest, heard }: Planned<PushDevice>, about: About): PushTask {
  const { personId, targets, unread } = about;
  const close = device.own ? about.close.slice(0, MAX_CLOSED) : [];
  const payload = toPayload(tag, heard, { personId, showsPrivate: targets.settings.shows_private });
  return {
    device,
    row: { tag, newest },
    close,
    message: {
      payload: device.own ? forBrowser(payload, unread, close) : forApp(payload),
      topic: tag,
      urgency: heard.some(({ alert }) => URGENT.has(alert.kind)) ? "high" : "normal",
      ttl: TTL_SECONDS,
    },
  };
}

/** The task that tells a device of new encrypted messages. */
export function messageTask(device: PushDevice, at: number, unread: number): PushTask {
  const payload = forBrowser(messagePayload(at), unread, []);
  return {
    device,
    row: { tag: MESSAGES_TAG, newest: String(at) },
    close: [],
    message: { payload, topic: MESSAGES_TAG, urgency: "high", ttl: TTL_SECONDS },
  };
}

/** The task that closes notifications that were read elsewhere, and updates the badge. */
export function recallTask(device: PushDevice, unread: number, closed: string[]): PushTask {
  const close = closed.slice(0, MAX_CLOSED);
  const payload = forBrowser(null, unread, close);
  return { device, row: null, close, message: { payload, topic: "recall", urgency: "normal", ttl: TTL_SECONDS } };
}
