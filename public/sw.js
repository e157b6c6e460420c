// Barker's service worker: caches pages for offline reading and sends the offline outbox when the connection is back.
// It needs no version number: browsers compare these files byte by byte, and cached files are named by their content.
importScripts("/sw-kept.js", "/sw-outbox.js");
importScripts("/sw-push.js");

addEventListener("install", (event) => {
  // A new version takes over at once: open pages keep running, and their older scripts stay in the cache.
  event.waitUntil(safely(keepOfflinePage).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([safely(tidy), safely(() => registration.navigationPreload?.enable())]).then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST") {
    if (url.pathname === "/share") event.respondWith(keepShared(request));
    else if (/^\/api\/auth\/(?:signout|callback\/)/.test(url.pathname)) event.respondWith(forgetAround(request));
  } else if (request.method !== "GET") return;
  else if (request.mode === "navigate") event.respondWith(answerPage(event));
  else if (request.headers.get("rsc") === "1") event.respondWith(answerFlight(request));
  else if (PART.test(url.pathname) || PICTURE.test(url.pathname)) event.respondWith(answerPart(event, url));
});

addEventListener("message", (event) => {
  const { type, path, parts, owner } = event.data ?? {};
  if (type === "visited") event.waitUntil(keepVisited(path, parts));
  if (type === "forget") event.waitUntil(forget());
  if (type === "send") event.waitUntil(safely(() => sendWaiting(owner)));
});

addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(sendAllWaiting());
});

/** Caches the offline page and the styles, scripts and icons that it links to. */
async function keepOfflinePage() {
  const page = await fetch(OFFLINE, { cache: "reload" });
  const html = await page.text();
  const parts = [...html.matchAll(/(?:src|href)="(\/(?:_next\/static|icons)\/[^"]+)"/g)].map((match) => match[1]);
  for (const part of new Set(parts)) await safely(() => keepPart(new URL(part, location.origin), era));
  const shell = await caches.open(SHELL);
  await shell.put(OFFLINE, asKept(html, page.headers));
}

/** Deletes caches of earlier versions that had other names. */
async function tidy() {
  const names = new Set([PAGES, PARTS, PICTURES, SHELL, SHARED]);
  for (const name of await caches.keys()) if (!names.has(name)) await caches.delete(name);
}

/** Stores text or pictures that another app shares, until the page that opens reads them. */
async function keepShared(request) {
  const form = await request.formData();
  const pictures = form.getAll("pictures").filter((part) => part instanceof File && part.size > 0);
  const words = ["title", "text", "url"].map((name) => [name, form.get(name)]).filter(([, value]) => value);
  await caches.delete(SHARED);
  const cache = await caches.open(SHARED);
  await Promise.all(
    pictures.map((file, index) =>
      cache.put(`/share/${index}`, new Response(file, { headers: { "content-type": file.type } })),
    ),
  );
  return Response.redirect(`/share?${new URLSearchParams(words)}`, 303);
}
