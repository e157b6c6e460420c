// Barker's service worker: an honest page when there is no connection, and pictures that never change.
const VERSION = "1";
const SHELL = `shell-${VERSION}`;
const PICTURES = `pictures-${VERSION}`;
/** What another app shared, until the page for it has taken it. */
const SHARED = "shared";
const OFFLINE = "/offline";
/** How many pictures are kept. */
const ROOM = 400;

addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(forgetOlderVersions().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "POST" && url.origin === location.origin && url.pathname === "/share") {
    return event.respondWith(keepShared(request));
  }
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
  else if (/^\/(portraits|scenery|_next\/static|icons)\//.test(url.pathname)) event.respondWith(keptOrFetched(request));
});

/** The offline page, and the styles, scripts and icons it names. */
async function keepOfflinePage() {
  const page = await fetch(OFFLINE, { cache: "reload" });
  const html = await page.clone().text();
  const parts = [...html.matchAll(/(?:src|href)="(\/(?:_next\/static|icons)\/[^"]+)"/g)].map((match) => match[1]);
  const cache = await caches.open(SHELL);
  await cache.put(OFFLINE, page);
  await cache.addAll([...new Set(parts)]);
}

async function forgetOlderVersions() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => ![SHELL, PICTURES, SHARED].includes(name)).map((name) => caches.delete(name)));
}

/** Addresses under these paths never change what they mean, so what is kept is right. */
async function keptOrFetched(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(PICTURES);
    await cache.put(request, response.clone());
    const keys = await cache.keys();
    if (keys.length > ROOM) await cache.delete(keys[0]);
  }
  return response;
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
