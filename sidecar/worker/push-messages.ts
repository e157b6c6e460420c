import type { PushMessage } from "@/lib/push/send";
import type { PushTargets } from "@/lib/push/reads";
import { FRESH_MS, type Planned } from "@/lib/push/rules";
import { forApp, forBrowser, toPayload } from "@/lib/push/view";

export type PushDevice = PushTargets["devices"][number];

/** One message to one device: a row of alerts, or (null) only what is to be closed. */
export interface PushTask {
  device: PushDevice;
  row: { tag: string; newest: string } | null;
  /** Tags of rows that it closes. */
  close: string[];
  letter: PushMessage;
}

interface About {
  personId: string;
  reach: PushTargets;
  /** How many rows are unread. */
  unread: number;
  /** Tags of rows that the device shows and that are no longer unread. */
  close: string[];
}

/** Tags that one message closes at most: it has to fit into 4 kB. */
const CLOSED_AT_ONCE = 40;
/** How long a push service keeps a message for a device that is off, in seconds. */
const KEPT = FRESH_MS / 1000;
/** Kinds that a sleeping phone is woken for. */
const WAKING = new Set(["mention", "quote", "ask"]);

/** The message that tells a device a row. */
export function alertTask({ device, tag, newest, heard }: Planned<PushDevice>, about: About): PushTask {
  const { personId, reach, unread } = about;
  const close = device.own ? about.close.slice(0, CLOSED_AT_ONCE) : [];
  const payload = toPayload(tag, heard, { personId, showsPrivate: reach.settings.shows_private });
  return {
    device,
    row: { tag, newest },
    close,
    letter: {
      payload: device.own ? forBrowser(payload, unread, close) : forApp(payload),
      topic: tag,
      urgency: heard.some(({ alert }) => WAKING.has(alert.kind)) ? "high" : "normal",
      ttl: KEPT,
    },
  };
}

/** The message that closes on a device what was read elsewhere, and corrects its badge. */
export function recallTask(device: PushDevice, unread: number, closed: string[]): PushTask {
  const close = closed.slice(0, CLOSED_AT_ONCE);
  const payload = forBrowser(null, unread, close);
  return { device, row: null, close, letter: { payload, topic: "recall", urgency: "normal", ttl: KEPT } };
}
