// Push messages: shown as rows of Alerts are, opened in the running app, closed when they were read elsewhere.
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

/** One message: a row to show, rows to close, and how much is unread. */
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
    // A row that grows changes without a sound.
    renotify: false,
    data: { address, newest },
  });
}

/** Whether the same, or something newer of that row, is shown: a message may come twice. */
async function isShown({ tag, notification_id: newest }) {
  const shown = await registration.getNotifications({ tag });
  return newest !== undefined && shown.some((one) => (one.data?.newest ?? "") >= newest);
}

async function closeTag(tag) {
  for (const shown of await registration.getNotifications({ tag })) shown.close();
}

/** Closes what tells of alerts up to this one. */
async function closeRead(readTo) {
  for (const shown of await registration.getNotifications()) {
    if ((shown.data?.newest ?? "") <= readTo) shown.close();
  }
}

/** Whoever was signed in left: nothing of theirs stays on the screen, and this device is told no more. */
async function leave() {
  await Promise.all([closeRead("~"), setBadge(0)]);
  await (await registration.pushManager.getSubscription())?.unsubscribe();
}

/** The number on the app's icon, where there is one. */
async function setBadge(unread) {
  if (unread === undefined) return;
  try {
    if (unread > 0) await navigator.setAppBadge?.(unread);
    else await navigator.clearAppBadge?.();
  } catch {
    // Not installed: there is no icon.
  }
}

/** Opens an address in the app where it runs, best in the window that was looked at last; else in a new window. */
async function openAddress(address) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const running = windows.find((one) => one.focused) ?? windows.find((one) => one.visibilityState === "visible");
  const client = running ?? windows[0];
  if (!client) return void (await clients.openWindow(address));
  // Browsers allow this only soon after the click; where they do not, the page changes all the same.
  await client.focus().catch(() => undefined);
  if (!(await isTaken(client, address))) await client.navigate(address).catch(() => clients.openWindow(address));
}

/** Lets the page go there itself, without loading anew. False when it does not answer: it shows something else. */
function isTaken(client, address) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), 1_000);
    client.postMessage({ type: "open", address }, [port2]);
  });
}

/** The browser's push service gave this device a new address: Barker is told it, with what the device wanted so far. */
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
