// Push messages: shown as notifications like the rows of the alerts page, opened in the running app, and closed when
// they were read on another device.
addEventListener("push", (event) => {
  event.waitUntil(takeMessage(event.data));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openAddress(event.notification.data?.address ?? "/alerts"));
});

addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(subscribeAnew(event));
});

addEventListener("message", (event) => {
  const { type, readTo } = event.data ?? {};
  if (type === "alerts-read") event.waitUntil(closeRead(readTo));
  if (type === "forget") event.waitUntil(leave());
});

/** Handles one message: a row to show, rows to close, and the number of unread rows. */
async function takeMessage(data) {
  let message;
  try {
    message = data.json();
  } catch {
    message = { title: "Barker", body: "Something happened. Open Barker to see it.", tag: "barker" };
  }
  await Promise.all([...(message.close ?? []).map(closeTag), setBadge(message.unread)]);
  if (message.title && !(await isShown(message))) await show(message);
}

function show({ title, body, icon, tag, address, at, notification_id: newest }) {
  return registration.showNotification(title, {
    body,
    icon,
    badge: "/icons/icon-192.png",
    tag,
    timestamp: at,
    // An update of a row that is already shown makes no sound.
    renotify: false,
    data: { address, newest },
  });
}

/** Whether the same or a newer state of the row is shown: messages may come late or twice. */
async function isShown({ tag, notification_id: newest }) {
  const shown = await registration.getNotifications({ tag });
  return newest !== undefined && shown.some((one) => (one.data?.newest ?? "") >= newest);
}

async function closeTag(tag) {
  for (const shown of await registration.getNotifications({ tag })) shown.close();
}

/** Closes notifications of alerts up to this one. */
async function closeRead(readTo) {
  for (const shown of await registration.getNotifications()) {
    if ((shown.data?.newest ?? "") <= readTo) shown.close();
  }
}

/** After signing out: closes all notifications and ends the push subscription of this device. */
async function leave() {
  await Promise.all([closeRead("~"), setBadge(0)]);
  await (await registration.pushManager.getSubscription())?.unsubscribe();
}

/** Sets the number on the app's icon if the app is installed. */
async function setBadge(unread) {
  if (unread === undefined) return;
  try {
    if (unread > 0) await navigator.setAppBadge?.(unread);
    else await navigator.clearAppBadge?.();
  } catch {
    // The app is not installed, so it has no icon.
  }
}

/** Opens an address in an open window of the app, preferably the last focused one, else in a new window. */
async function openAddress(address) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const running = windows.find((one) => one.focused) ?? windows.find((one) => one.visibilityState === "visible");
  const client = running ?? windows[0];
  if (!client) return void (await clients.openWindow(address));
  // Browsers allow focusing only shortly after the click; without it the page still navigates.
  await client.focus().catch(() => undefined);
  if (!(await isTaken(client, address))) await client.navigate(address).catch(() => clients.openWindow(address));
}

/** Asks a page to navigate without a reload. @returns false if it does not answer, as pages of other kinds do not */
function isTaken(client, address) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), 1_000);
    client.postMessage({ type: "open", address }, [port2]);
  });
}

/** Sends Barker the new address that the push service gave this device, with the device's previous settings. */
async function subscribeAnew({ oldSubscription, newSubscription }) {
  const known = await fetch("/api/v1/push/subscription");
  if (!known.ok) return;
  const { alerts, policy, server_key: key } = await known.json();
  const options = oldSubscription?.options ?? { userVisibleOnly: true, applicationServerKey: key };
  const subscription = newSubscription ?? (await registration.pushManager.subscribe(options));
  await fetch("/api/v1/push/subscription", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ subscription, data: { alerts, policy } }),
  });
}
