import { send, type Outcome } from "@/app/_client/api";
import { device } from "@/app/_client/device";
import { PUSH_TYPES } from "@/app/_features/push/types";
import { push as words } from "@/app/_words/push";
import type { PushType, WebPushSubscription } from "@/lib/push/schema";

/** Whether this device can get push messages, may get them, and does. */
export type DevicePushState = "insecure" | "unsupported" | "blocked" | "off" | "on";

const ADDRESS = "/api/v1/push/subscription";
/** The person whose alerts this device got last. */
const OWNER = "push:on";
/** A service worker that has not started within this time (ms) counts as missing. */
const READY_MS = 10_000;

/** This device's state, and the types of alerts that it gets. */
export async function devicePushState(): Promise<{ standing: DevicePushState; told: WebPushSubscription | null }> {
  if (!isSecureContext) return { standing: "insecure", told: null };
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    return { standing: "unsupported", told: null };
  }
  if (Notification.permission === "denied") return { standing: "blocked", told: null };
  const worker = await readyWorker();
  if (!worker) return { standing: "unsupported", told: null };
  const own = await worker.pushManager.getSubscription();
  if (!own || Notification.permission !== "granted") return { standing: "off", told: null };
  const known = await send<WebPushSubscription>(ADDRESS);
  if (!known.ok || known.value.endpoint !== own.endpoint) return { standing: "off", told: null };
  return { standing: "on", told: known.value };
}

/**
 * Subscribes this device to the alerts of the person who is signed in. Asks for permission unless it was given before.
 * Null when the person or their browser refused.
 */
export async function turnOn(key: string, personId: string): Promise<Outcome<WebPushSubscription> | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const { pushManager } = await navigator.serviceWorker.ready;
  const applicationServerKey = bytesOf(key);
  const kept = await pushManager.getSubscription();
  // A subscription with other keys would not accept our messages.
  if (kept && !isSame(kept.options.applicationServerKey, applicationServerKey)) await kept.unsubscribe();
  let subscription: PushSubscription;
  try {
    subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  } catch {
    const sentence = words.noService;
    return { ok: false, status: 0, sentence, fields: {} };
  }
  const alerts = Object.fromEntries(PUSH_TYPES.map((type) => [type, true]));
  const outcome = await send<WebPushSubscription>(ADDRESS, {
    method: "POST",
    json: { subscription, data: { alerts, policy: "all" } },
  });
  if (outcome.ok) device.set(OWNER, personId);
  return outcome;
}

/** Ends this device's push messages. */
export async function turnOff(): Promise<Outcome<unknown>> {
  const outcome = await send(ADDRESS, { method: "DELETE" });
  if (!outcome.ok) return outcome;
  device.set(OWNER, null);
  const registration = await navigator.serviceWorker.ready;
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  return outcome;
}

/** The service worker once it runs; null where it does not start, as in browsers that block it. */
function readyWorker(): Promise<ServiceWorkerRegistration | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, READY_MS, null));
  return Promise.race([navigator.serviceWorker.ready, late]);
}

/** Turns one type of alerts on or off for this device. */
export function turnType(type: PushType, on: boolean): Promise<Outcome<WebPushSubscription>> {
  return send(ADDRESS, { method: "PUT", json: { data: { alerts: { [type]: on } } } });
}

/** Whether this device got this person's alerts until their session ended, and still may. */
export function wasOn(personId: string): boolean {
  return Notification.permission === "granted" && device.get(OWNER) === personId;
}

function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(key.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function isSame(one: ArrayBuffer | null, other: Uint8Array): boolean {
  return one !== null && new Uint8Array(one).every((byte, index) => byte === other[index]);
}
