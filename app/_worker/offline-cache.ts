// The offline cache: pages of the last visit, their scripts and styles, and pictures. See docs/decisions/012.
import { safely, worker } from "@/app/_worker/scope";

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
const CAPACITY = { [PAGES]: 60, [PARTS]: 600, [PICTURES]: 400 };
type Limited = keyof typeof CAPACITY;
/** Pages to cache; never settings, sign-in or the authorisation of apps. */
const CACHED =
  /^\/(?:home|town|alerts|messages(?:\/[\da-f]{32})?|bookmarks|likes|drafts|discover|tags\/[^/]+|@[^/]+(?:\/.*)?)$/;
/** Pages that only signed-out visitors see. */
const SIGNED_OUT = new Set(["/", "/sign-in", "/join"]);
/** Scripts and styles; encrypted messages have a worker of their own. */
const PART = /^\/(?:_next\/static\/|messages\.js$)/;
/** Uploaded pictures, which may be deleted; the other pictures are generated and never change. */
const UPLOADED = /^\/media\//;
const PICTURE = /^\/(?:portraits|scenery|media|icons)\//;
/** After this time (ms) the cached page, marked as such, is shown instead of waiting. */
const TIMEOUT_MS = 4_000;
/** The same for a reload, by which people ask for the current page. */
const RELOAD_TIMEOUT_MS = 15_000;
/** A page that was cached this recently (ms) is not fetched again. */
const RECENT_MS = 120_000;
const DAY_MS = 86_400_000;

/** Increases each time the cache is cleared, so that responses to earlier requests are not cached. */
let era = 0;
let queue: Promise<unknown> = Promise.resolve();
const cachedAt = new Map<string, number>();

/** Changes of the cache run one after the other. Their failures never affect a page. */
function inTurn(act: () => Promise<unknown>): Promise<unknown> {
  queue = queue.then(act).catch(() => undefined);
  return queue;
}

/** Whether an address is one of a script, a style or a picture. */
export function isPart({ pathname }: URL): boolean {
  return PART.test(pathname) || PICTURE.test(pathname);
}

/** Responds with a page from the network or, if that fails or takes too long, from the cache. */
export async function answerPage(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const address = addressOf(request.url);
  const began = era;
  const fetched = fetchPage(event);
  event.waitUntil(
    fetched
      .then((response) => (response.ok ? keepPage(address, response.clone(), began) : undefined))
      .catch(() => undefined),
  );
  const kept = CACHED.test(address.pathname) ? await find(address.href, { cacheName: PAGES }) : undefined;
  try {
    if (!kept) return await fetched;
    const timeout = request.cache === "default" ? TIMEOUT_MS : RELOAD_TIMEOUT_MS;
    const response = await Promise.race([fetched, after(timeout, kept)]);
    return response.status >= 502 ? kept : response;
  } catch {
    return kept ?? (await find(OFFLINE, { cacheName: SHELL })) ?? new Response("You are offline.");
  }
}

async function fetchPage(event: FetchEvent): Promise<Response> {
  const preloaded = (await event.preloadResponse) as Response | undefined;
  return preloaded ?? fetch(event.request);
}

/** Responds to Next's requests for parts of a page. Offline, Next then loads the whole page, which may be cached. */
export async function answerFlight(request: Request): Promise<Response> {
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
export async function answerPart(event: FetchEvent, url: URL): Promise<Response> {
  const name = cacheOf(url);
  const began = era;
  const kept = await find(url.href, { cacheName: name, ignoreVary: true });
  const uploaded = UPLOADED.test(url.pathname);
  if (kept && !uploaded && (name === PICTURES || isImmutable(kept))) return kept;
  try {
    const asked = fetch(event.request);
    const response = await (kept ? Promise.race([asked, after(TIMEOUT_MS, kept.clone())]) : asked);
    if (uploaded && response.status === 404) {
      event.waitUntil(inTurn(async () => (await caches.open(name)).delete(url.href, { ignoreVary: true })));
      return response;
    }
    if (!response.ok) return kept ?? response;
    const copy = response.clone();
    event.waitUntil(inTurn(async () => began === era && put(name, url.href, copy)));
    return response;
  } catch (error) {
    if (kept) return kept;
    if (name === PARTS) throw error;
    return new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', { headers: { "content-type": "image/svg+xml" } });
  }
}

/** Caches a page that somebody has read, even if Next loaded only parts of it. */
export async function keepVisited(path: string, parts: string[]): Promise<void> {
  const address = addressOf(new URL(path, worker.location.origin));
  const began = era;
  if (CACHED.test(address.pathname) && Date.now() - (cachedAt.get(address.href) ?? 0) > RECENT_MS) {
    const response = await safely(() => fetch(address.href, { redirect: "manual", headers: { accept: "text/html" } }));
    if (response?.ok) await keepPage(address, response, began);
  }
  for (const part of parts) await safely(() => keepPart(new URL(part, worker.location.origin), began));
  const shell = await find(OFFLINE, { cacheName: SHELL });
  if (Date.now() - Number(shell?.headers.get("x-kept-at") ?? 0) > DAY_MS) await safely(keepOfflinePage);
}

async function keepPart(url: URL, began: number): Promise<void> {
  const name = cacheOf(url);
  if (url.origin !== worker.location.origin || !isPart(url)) return;
  if (await caches.match(url.href, { cacheName: name, ignoreVary: true })) return;
  const response = await fetch(url.href);
  if (response.ok) await inTurn(async () => began === era && put(name, url.href, response));
}

/** Caches a page. If it was made for another person than the cached ones, the cache is cleared first. */
async function keepPage(address: URL, response: Response, began: number): Promise<void> {
  if (SIGNED_OUT.has(address.pathname)) return void (await forget());
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
    if (!CACHED.test(address.pathname)) return;
    await put(PAGES, address.href, toCached(html, response.headers));
    cachedAt.set(address.href, Date.now());
  });
}

/** The response to cache, with the time of the visit, which the page and the list of cached pages show. */
function toCached(html: string, sent: Headers): Response {
  const now = String(Date.now());
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  const headers = new Headers({ "x-kept-at": now, "x-title": encodeURIComponent(title) });
  for (const name of ["content-type", "content-security-policy", "x-content-type-options", "referrer-policy"]) {
    const value = sent.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set("server-timing", `kept;desc="${now}"`);
  return new Response(html, { headers });
}

/** Caches the offline page and the styles, scripts and icons that it links to. */
export async function keepOfflinePage(): Promise<void> {
  const page = await fetch(OFFLINE, { cache: "reload" });
  const html = await page.text();
  const parts = [...html.matchAll(/(?:src|href)="(\/(?:_next\/static|icons)\/[^"]+)"/g)].flatMap(
    ([, part]) => part ?? [],
  );
  for (const part of new Set(parts)) await safely(() => keepPart(new URL(part, worker.location.origin), era));
  const shell = await caches.open(SHELL);
  await shell.put(OFFLINE, toCached(html, page.headers));
}

/** Stores text or pictures that another app shares, until the page that opens reads them. */
export async function keepShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const pictures = form.getAll("pictures").filter((part) => part instanceof File && part.size > 0) as File[];
  const words = ["title", "text", "url"].flatMap((name) => {
    const value = form.get(name);
    return typeof value === "string" && value !== "" ? [[name, value]] : [];
  });
  await caches.delete(SHARED);
  const cache = await caches.open(SHARED);
  await Promise.all(
    pictures.map((file, index) =>
      cache.put(`/share/${index}`, new Response(file, { headers: { "content-type": file.type } })),
    ),
  );
  return Response.redirect(`/share?${new URLSearchParams(words)}`, 303);
}

/** Deletes caches of earlier versions that had other names. */
export async function deleteOldCaches(): Promise<void> {
  const names = new Set<string>([PAGES, PARTS, PICTURES, SHELL, SHARED]);
  for (const name of await caches.keys()) if (!names.has(name)) await caches.delete(name);
}

/** Clears the cache when somebody signs in or out: before the request and, for concurrent responses, after it. */
export async function forgetAround(request: Request): Promise<Response> {
  await forget();
  try {
    return await fetch(request);
  } finally {
    await forget();
  }
}

/** Clears what was read. */
export function forget(): Promise<unknown> {
  era++;
  return inTurn(wipe);
}

async function wipe(): Promise<void> {
  cachedAt.clear();
  await Promise.all([PAGES, PICTURES, SHARED].map((name) => caches.delete(name)));
}

async function put(name: Limited, key: string, response: Response): Promise<void> {
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, response);
  const keys = await cache.keys();
  for (const old of keys.filter(({ url }) => !isMainPage(url)).slice(0, Math.max(0, keys.length - CAPACITY[name]))) {
    await cache.delete(old);
  }
}

/** Entries that are never evicted: the app's main pages and their owner. */
function isMainPage(url: string): boolean {
  return /^\/(?:home|town|alerts|@[^/]+|kept-for)$/.test(new URL(url).pathname);
}

/** If the storage is broken, nothing is found and pages still work. */
function find(address: string, options: MultiCacheQueryOptions): Promise<Response | undefined> {
  return safely(() => caches.match(address, options));
}

function cacheOf({ pathname }: URL): Limited {
  return PICTURE.test(pathname) ? PICTURES : PARTS;
}

function isImmutable(kept: Response): boolean {
  return /immutable/.test(kept.headers.get("cache-control") ?? "");
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, ms, value));
}

/** The address of a page, without parameters that only describe the request. */
function addressOf(url: string | URL): URL {
  const address = new URL(url);
  address.hash = "";
  for (const name of ["_rsc", "compose"]) address.searchParams.delete(name);
  return address;
}
