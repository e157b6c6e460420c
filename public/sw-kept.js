// What Barker keeps of the last visit: pages, the scripts and styles they need, and pictures. See docs/decisions/012.

const PAGES = "pages";
const PARTS = "parts";
const PICTURES = "pictures";
const SHELL = "shell";
/** What another app shared, until the page for it has taken it. */
const SHARED = "shared";
const OFFLINE = "/offline";
/** Beside the pages: whose they are. Gone with them. */
const OWNER = "/kept-for";
/** How many of each are kept; the oldest goes first. */
const ROOM = { [PAGES]: 60, [PARTS]: 600, [PICTURES]: 400 };
/** Worth reading again. Never settings, sign-in, or what apps are allowed. */
const WORTH = /^\/(?:home|town|alerts|bookmarks|likes|drafts|discover|tags\/[^/]+|@[^/]+(?:\/.*)?)$/;
/** Nobody is signed in who sees these. */
const DOOR = new Set(["/", "/sign-in", "/join"]);
const PART = /^\/_next\/static\//;
/** Pictures that people sent, which may be gone; the others are drawn and stay. */
const SENT = /^\/media\//;
const PICTURE = /^\/(?:portraits|scenery|media|icons)\//;
/** After so long a page of the last visit, named as such, is better than a blank one. */
const PATIENCE_MS = 4_000;
/** Who reads a page anew wants the new one, and waits for it. */
const LONG_PATIENCE_MS = 15_000;
/** A page kept this recently is not asked for again. */
const RECENT_MS = 120_000;
const DAY_MS = 86_400_000;

/** Grows with every forgetting: what was asked for before it is not kept after it. */
let era = 0;
let turn = Promise.resolve();
const keptAt = new Map();

/** Changes of what is kept come one after the other. None can stand in the way of a page. */
function inTurn(act) {
  turn = turn.then(act).catch(() => undefined);
  return turn;
}

/** Without room, or with a broken store, nothing is kept and everything goes on. */
async function safely(act) {
  try {
    return await act();
  } catch {
    return undefined;
  }
}

/** A page: from the network, else (or when that takes too long) as it was at the last visit. */
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

/** A part of a page that Next asks for. Without a connection it is told to open the whole page, which may be kept. */
async function answerFlight(request) {
  try {
    return await fetch(request);
  } catch {
    if (request.headers.has("next-router-prefetch")) return new Response(null, { status: 204 });
    return new Response("", { headers: { "content-type": "text/html" } });
  }
}

/**
 * Scripts, styles, pictures: those that never change come from here, so that a page of an older version finds its own.
 * Pictures that people sent may be gone: they are asked for first, and what is gone is not kept.
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

/** Somebody read this page, wherever its parts came from: it is to be there without a connection. */
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

/** Keeps a page of whoever the page itself says it was made for. Made for somebody else, all that was kept goes first. */
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

/** A page as it will be shown: it says when it was read, to the page and to the list of what there is to read. */
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

/** Signing in or out: what was kept goes before, and what came meanwhile goes after. */
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

/** What is never put out for newer things: the places of the app, and whose they are. */
function isPlace(url) {
  return /^\/(?:home|town|alerts|@[^/]+|kept-for)$/.test(new URL(url).pathname);
}

const isFinal = (response) => /immutable/.test(response.headers.get("cache-control") ?? "");

/** The address of a page: without what only says how it was asked for. */
function addressOf(url) {
  const address = new URL(url);
  address.hash = "";
  for (const name of ["_rsc", "compose"]) address.searchParams.delete(name);
  return address;
}
