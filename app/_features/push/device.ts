import { send, type Outcome } from "@/app/_client/api";
import { device } from "@/app/_client/device";
import { TYPES } from "@/app/_features/push/types";
import type { NotificationType } from "@/lib/notifications/schema";
import type { WebPushSubscription } from "@/lib/push/schema";

/** Whether this device can be told of alerts, may be, and is. */
export type DevicePushState = "insecure" | "unsupported" | "blocked" | "off" | "on";

const ADDRESS = "/api/v1/push/subscription";
/** Whose alerts this device was told of last. */
const OWNER = "push:on";
/** A service worker that did not start within this time (ms) does not. */
const READY_MS = 10_000;

/** How this device stands, and what it is told of when it is. */
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
 * From now on this device is told of the alerts of whoever is signed in. Asks the person first, unless they said yes
 * before. Null when they, or their browser, said no.
 */
export async function turnOn(key: string, personId: string): Promise<Outcome<WebPushSubscription> | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const { pushManager } = await navigator.serviceWorker.ready;
  const applicationServerKey = bytesOf(key);
  const kept = await pushManager.getSubscription();
  // One made for other keys could not be sent to.
  if (kept && !isSame(kept.options.applicationServerKey, applicationServerKey)) await kept.unsubscribe();
  let subscription: PushSubscription;
  try {
    subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  } catch {
    const sentence = "Your browser's push service does not answer. Please try again later.";
    return { ok: false, status: 0, sentence, fields: {} };
  }
  const alerts = Object.fromEntries(TYPES.map(([type]) => [type, true]));
  const outcome = await send<WebPushSubscription>(ADDRESS, {
    method: "POST",
    json: { subscription, data: { alerts, policy: "all" } },
  });
  if (outcome.ok) device.set(OWNER, personId);
  return outcome;
}

/** This device is told no more. */
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
export function turnType(type: NotificationType, on: boolean): Promise<Outcome<WebPushSubscription>> {
  return send(ADDRESS, { method: "PUT", json: { data: { alerts: { [type]: on } } } });
}

/** Whether this device was told of this person's alerts until its session ended, and may still be. */
export function wasOn(personId: string): boolean {
  return Notification.permission === "granted" && device.get(OWNER) === personId;
}

function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(key.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function isSame(one: ArrayBuffer | null, other: Uint8Array): boolean {
  return one !== null && new Uint8Array(one).every((byte, index) => byte === other[index]);
}
