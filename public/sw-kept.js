// The offline cache: pages of the last visit, their scripts and styles, and pictures. See docs/decisions/012.

const PAGES = "pages";
const PARTS = "parts";
const PICTURES = "pictures";
const SHELL = "shell";
/** Cache of content that another app shared, until the page for it has read it. */
const SHARED = "shared";
const OFFLINE = "/offline";
/** Stored with the pages: the person they were made for. Deleted with them. */
const OWNER = "/kept-for";
/** Maximum number of entries of each cache; the oldest are deleted first. */
const ROOM = { [PAGES]: 60, [PARTS]: 600, [PICTURES]: 400 };
/** Pages to cache; never settings, sign-in or the authorisation of apps. */
const WORTH = /^\/(?:home|town|alerts|bookmarks|likes|drafts|discover|tags\/[^/]+|@[^/]+(?:\/.*)?)$/;
/** Pages that only signed-out visitors see. */
const DOOR = new Set(["/", "/sign-in", "/join"]);
const PART = /^\/_next\/static\//;
/** Uploaded pictures, which may be deleted; the other pictures are generated and never change. */
const SENT = /^\/media\//;
const PICTURE = /^\/(?:portraits|scenery|media|icons)\//;
/** After this time (ms) the cached page, marked as such, is shown instead of waiting. */
const PATIENCE_MS = 4_000;
/** The same for a reload, by which people ask for the current page. */
const LONG_PATIENCE_MS = 15_000;
/** A page that was cached this recently (ms) is not fetched again. */
const RECENT_MS = 120_000;
const DAY_MS = 86_400_000;

/** Increases each time the cache is cleared, so that responses to earlier requests are not cached. */
let era = 0;
let turn = Promise.resolve();
const keptAt = new Map();

/** Changes of the cache run one after the other. Their failures never affect a page. */
function inTurn(act) {
  turn = turn.then(act).catch(() => undefined);
  return turn;
}

/** If the storage is full or broken, nothing is cached and pages still work. */
async function safely(act) {
  try {
    return await act();
  } catch {
    return undefined;
  }
}

/** Responds with a page from the network or, if that fails or takes too long, from the cache. */
async function answerPage(event) {
  const { request } = event;
  const address = addressOf(request.url);
  const began = era;
  const fetched = (async () => (await event.preloadResponse) ?? fetch(request))();
  event.waitUntil(
    fetched.then((response) => response.ok && keepPage(address, response.clone(), began)).catch(() => undefined),
  );
  const kept = WORTH.test(address.pathname) && (await safely(() => caches.match(address.href, { cacheName: PAGES })));
  try {
    if (!kept) return await fetched;
    const patience = request.cache === "default" ? PATIENCE_MS : LONG_PATIENCE_MS;
    const response = await Promise.race([fetched, new Promise((resolve) => setTimeout(resolve, patience, kept))]);
    return response.status >= 502 ? kept : response;
  } catch {
    return kept || (await safely(() => caches.match(OFFLINE, { cacheName: SHELL }))) || new Response("You are offline.");
  }
}

/** Responds to Next's requests for parts of a page. Offline, Next then loads the whole page, which may be cached. */
async function answerFlight(request) {
  try {
    return await fetch(request);
  } catch {
    if (request.headers.has("next-router-prefetch")) return new Response(null, { status: 204 });
    return new Response("", { headers: { "content-type": "text/html" } });
  }
}

/**
 * Responds with scripts, styles and pictures. Immutable ones come from the cache, so that a page of an older version
 * finds its files. Uploaded pictures are fetched first, because they may have been deleted.
 */
async function answerPart(event, url) {
  const name = PICTURE.test(url.pathname) ? PICTURES : PARTS;
  const began = era;
  const kept = await safely(() => caches.match(url.href, { cacheName: name, ignoreVary: true }));
  const sent = SENT.test(url.pathname);
  if (kept && !sent && (name === PICTURES || isFinal(kept))) return kept;
  try {
    const asked = fetch(event.request);
    const late = kept && new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept.clone()));
    const response = await (late ? Promise.race([asked, late]) : asked);
    if (sent && response.status === 404) {
      event.waitUntil(inTurn(async () => (await caches.open(name)).delete(url.href, { ignoreVary: true })));
      return response;
    }
    if (!response.ok) return kept ?? response;
    const copy = response.clone();
    event.waitUntil(inTurn(() => began === era && put(name, url.href, copy)));
    return response;
  } catch (error) {
    if (kept) return kept;
    if (name === PARTS) throw error;
    return new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', { headers: { "content-type": "image/svg+xml" } });
  }
}

/** Caches a page that somebody has read, even if Next loaded only parts of it. */
async function keepVisited(path, parts) {
  const address = addressOf(new URL(path, location.origin));
  const began = era;
  if (WORTH.test(address.pathname) && Date.now() - (keptAt.get(address.href) ?? 0) > RECENT_MS) {
    const response = await safely(() => fetch(address.href, { redirect: "manual", headers: { accept: "text/html" } }));
    if (response?.ok) await keepPage(address, response, began);
  }
  for (const part of parts) await safely(() => keepPart(new URL(part, location.origin), began));
  const shell = await safely(() => caches.match(OFFLINE, { cacheName: SHELL }));
  if (Date.now() - Number(shell?.headers.get("x-kept-at") ?? 0) > DAY_MS) await safely(keepOfflinePage);
}

async function keepPart(url, began) {
  const name = PICTURE.test(url.pathname) ? PICTURES : PARTS;
  if (url.origin !== location.origin || !(PICTURE.test(url.pathname) || PART.test(url.pathname))) return;
  if (await caches.match(url.href, { cacheName: name, ignoreVary: true })) return;
  const response = await fetch(url.href);
  if (response.ok) await inTurn(() => began === era && put(name, url.href, response));
}

/** Caches a page. If it was made for another person than the cached ones, the cache is cleared first. */
async function keepPage(address, response, began) {
  if (DOOR.has(address.pathname)) return forget();
  const html = await response.text();
  const viewer = /<meta name="barker-viewer" content="(\w*)"/.exec(html)?.[1];
  if (viewer === undefined) return;
  await inTurn(async () => {
    if (began !== era) return;
    const pages = await caches.open(PAGES);
    const owner = await (await pages.match(OWNER))?.text();
    if (owner !== viewer) {
      if (owner !== undefined) await wipe();
      await put(PAGES, OWNER, new Response(viewer));
    }
    if (!WORTH.test(address.pathname)) return;
    await put(PAGES, address.href, asKept(html, response.headers));
    keptAt.set(address.href, Date.now());
  });
}

/** The response to cache, with the time of the visit, which the page and the list of cached pages show. */
function asKept(html, sent) {
  const now = String(Date.now());
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  const headers = new Headers({ "x-kept-at": now, "x-title": encodeURIComponent(title) });
  for (const name of ["content-type", "content-security-policy", "x-content-type-options", "referrer-policy"]) {
    if (sent.has(name)) headers.set(name, sent.get(name));
  }
  headers.set("server-timing", `kept;desc="${now}"`);
  return new Response(html, { headers });
}

/** Clears the cache when somebody signs in or out: before the request and, for concurrent responses, after it. */
async function forgetAround(request) {
  await forget();
  try {
    return await fetch(request);
  } finally {
    await forget();
  }
}

function forget() {
  era++;
  return inTurn(wipe);
}

async function wipe() {
  keptAt.clear();
  await Promise.all([PAGES, PICTURES, SHARED].map((name) => caches.delete(name)));
}

async function put(name, key, response) {
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, response);
  const keys = await cache.keys();
  for (const old of keys.filter(({ url }) => !isPlace(url)).slice(0, Math.max(0, keys.length - ROOM[name]))) {
    await cache.delete(old);
  }
}

/** Entries that are never evicted: the app's main pages and their owner. */
function isPlace(url) {
  return /^\/(?:home|town|alerts|@[^/]+|kept-for)$/.test(new URL(url).pathname);
}

const isFinal = (response) => /immutable/.test(response.headers.get("cache-control") ?? "");

/** The address of a page, without parameters that only describe the request. */
function addressOf(url) {
  const address = new URL(url);
  address.hash = "";
  for (const name of ["_rsc", "compose"]) address.searchParams.delete(name);
  return address;
}
