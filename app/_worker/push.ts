// Push messages: shown as notifications like the rows of the alerts page, opened in the running app, and closed when
// they were read on another device.
import { worker } from "@/app/_worker/scope";

/** What lib/push/view.ts sends: a row to show, rows to close, and the number of unread rows. */
interface Message {
  title?: string;
  body?: string;
  icon?: string;
  tag?: string;
  address?: string;
  at?: number;
  notification_id?: string;
  unread?: number;
  close?: string[];
}

/** Options that browsers have and TypeScript does not know. */
interface Options extends NotificationOptions {
  timestamp?: number;
  renotify?: boolean;
}

/** Shows, closes and counts what a message says. */
export async function takeMessage(data: PushMessageData | null): Promise<void> {
  const message = parse(data);
  await Promise.all([...(message.close ?? []).map(closeTag), setBadge(message.unread)]);
  if (message.title && !(await isShown(message))) await show(message.title, message);
}

function parse(data: PushMessageData | null): Message {
  try {
    if (data) return data.json() as Message;
  } catch {
    // Not from this version of Barker.
  }
  return { title: "Barker", body: "Something happened. Open Barker to see it.", tag: "barker" };
}

function show(title: string, { body, icon, tag, address, at, notification_id: newest }: Message): Promise<void> {
  const options: Options = {
    body,
    icon,
    badge: "/icons/icon-192.png",
    tag,
    timestamp: at,
    // An update of a row that is already shown makes no sound.
    renotify: false,
    data: { address, newest },
  };
  return worker.registration.showNotification(title, options);
}

/** Whether the same or a newer state of the row is shown: messages may come late or twice. */
async function isShown({ tag, notification_id: newest }: Message): Promise<boolean> {
  const shown = await worker.registration.getNotifications({ tag });
  return newest !== undefined && shown.some((one) => newestOf(one) >= newest);
}

async function closeTag(tag: string): Promise<void> {
  for (const shown of await worker.registration.getNotifications({ tag })) shown.close();
}

/** Closes notifications of alerts up to this one. */
export async function closeRead(readTo: string): Promise<void> {
  for (const shown of await worker.registration.getNotifications()) {
    if (newestOf(shown) <= readTo) shown.close();
  }
}

function newestOf({ data }: Notification): string {
  return (data as { newest?: string } | null)?.newest ?? "";
}

/** After signing out: closes all notifications and ends the push subscription of this device. */
export async function unsubscribe(): Promise<void> {
  await Promise.all([closeRead("~"), setBadge(0)]);
  await (await worker.registration.pushManager.getSubscription())?.unsubscribe();
}

/** Sets the number on the app's icon if the app is installed. */
async function setBadge(unread: number | undefined): Promise<void> {
  if (unread === undefined) return;
  try {
    if (unread > 0) await navigator.setAppBadge?.(unread);
    else await navigator.clearAppBadge?.();
  } catch {
    // The app is not installed, so it has no icon.
  }
}

/** Opens an address in an open window of the app, preferably the last focused one, else in a new window. */
export async function openAddress(address: string): Promise<void> {
  const { clients } = worker;
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const running = windows.find((one) => one.focused) ?? windows.find((one) => one.visibilityState === "visible");
  const client = running ?? windows[0];
  if (!client) return void (await clients.openWindow(address));
  // Browsers allow focusing only shortly after the click; without it the page still navigates.
  await client.focus().catch(() => undefined);
  if (!(await isTaken(client, address))) await client.navigate(address).catch(() => clients.openWindow(address));
}

/** Asks a page to navigate without a reload. @returns false if it does not answer, as pages of other kinds do not */
function isTaken(client: WindowClient, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => resolve(true));
    port1.start();
    setTimeout(() => resolve(false), 1_000);
    client.postMessage({ type: "open", address }, [port2]);
  });
}

/** Sends Barker the new address that the push service gave this device, with the device's previous settings. */
export async function subscribeAnew({ oldSubscription, newSubscription }: PushSubscriptionChangeEvent): Promise<void> {
  const known = await fetch("/api/v1/push/subscription");
  if (!known.ok) return;
  const { alerts, policy, server_key: key } = (await known.json()) as Record<string, unknown> & { server_key: string };
  const options = oldSubscription?.options ?? { userVisibleOnly: true, applicationServerKey: key };
  const subscription = newSubscription ?? (await worker.registration.pushManager.subscribe(options));
  await fetch("/api/v1/push/subscription", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ subscription, data: { alerts, policy } }),
  });
}
