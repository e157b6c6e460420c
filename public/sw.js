// Barker's service worker: what was read is there without a connection, and what was written meanwhile goes out after.
// It has no version of its own: browsers compare these files byte by byte, and what is kept is named by its content.
importScripts("/sw-kept.js", "/sw-outbox.js");
importScripts("/sw-push.js");

addEventListener("install", (event) => {
  // A new version takes over at once: pages that are open keep running, and find their own parts.
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

/** The offline page, and the styles, scripts and icons it names. */
async function keepOfflinePage() {
  const page = await fetch(OFFLINE, { cache: "reload" });
  const html = await page.text();
  const parts = [...html.matchAll(/(?:src|href)="(\/(?:_next\/static|icons)\/[^"]+)"/g)].map((match) => match[1]);
  for (const part of new Set(parts)) await safely(() => keepPart(new URL(part, location.origin), era));
  const shell = await caches.open(SHELL);
  await shell.put(OFFLINE, asKept(html, page.headers));
}

/** Removes what earlier versions kept under other names. */
async function tidy() {
  const names = new Set([PAGES, PARTS, PICTURES, SHELL, SHARED]);
  for (const name of await caches.keys()) if (!names.has(name)) await caches.delete(name);
}

/** Another app shares words or pictures: kept here, and the page that opens takes them. */
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
