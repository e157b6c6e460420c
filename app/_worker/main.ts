// Barker's service worker, bundled to public/sw.js: caches pages for offline reading, sends the offline outbox when the
// connection is back, and shows push messages. It needs no version number: browsers compare the file byte by byte, and
// cached files are named by their content.
import {
  answerFlight,
  answerPage,
  answerPart,
  deleteOldCaches,
  forget,
  forgetAround,
  isPart,
  keepOfflinePage,
  keepShared,
  keepVisited,
} from "@/app/_worker/offline-cache";
import { sendAllWaiting, sendWaiting } from "@/app/_worker/outbox";
import { closeRead, openAddress, subscribeAnew, takeMessage, unsubscribe } from "@/app/_worker/push";
import { safely, worker } from "@/app/_worker/scope";
import type { WorkerMessage } from "@/app/_client/worker-protocol";

worker.addEventListener("install", (event) => {
  // A new version takes over at once: open pages keep running, and their older scripts stay in the cache.
  event.waitUntil(safely(keepOfflinePage).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  const preload = async () => worker.registration.navigationPreload?.enable();
  event.waitUntil(Promise.all([safely(deleteOldCaches), safely(preload)]).then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  if (request.method === "POST") {
    if (url.pathname === "/share") event.respondWith(keepShared(request));
    else if (/^\/api\/auth\/(?:signout|callback\/)/.test(url.pathname)) event.respondWith(forgetAround(request));
  } else if (request.method !== "GET") return;
  else if (request.mode === "navigate") event.respondWith(answerPage(event));
  else if (request.headers.get("rsc") === "1") event.respondWith(answerFlight(request));
  else if (isPart(url)) event.respondWith(answerPart(event, url));
});

worker.addEventListener("message", (event) => {
  const message = event.data as WorkerMessage | null;
  switch (message?.type) {
    case "visited":
      return event.waitUntil(keepVisited(message.path, message.parts));
    case "forget":
      return event.waitUntil(Promise.all([forget(), unsubscribe()]));
    case "send":
      return event.waitUntil(safely(() => sendWaiting(message.owner)));
    case "alerts-read":
      return event.waitUntil(closeRead(message.readTo));
    case undefined:
      return;
  }
});

worker.addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(sendAllWaiting());
});

worker.addEventListener("push", (event) => {
  event.waitUntil(takeMessage(event.data));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const data = event.notification.data as { address?: string } | null;
  event.waitUntil(openAddress(data?.address ?? "/alerts"));
});

worker.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(subscribeAnew(event));
});
