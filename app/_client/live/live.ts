import type { Socket } from "socket.io-client";
import { startPolling } from "@/app/_client/live/polling";
import { device } from "@/app/_client/device";
import { revalidateStale } from "@/app/_client/live/revalidate";
import { loadClientFilters, applyClientFilters } from "@/app/_client/client-filters";
import { signedOutElsewhere } from "@/app/_client/signed-out";
import { emit } from "@/app/_client/events";
import { stripMarkup } from "@/lib/text/strip-markup";
import type { ClientToServer, Handshake, ServerToClient } from "@/lib/realtime/events";

const keyOf = (personId: string) => `cursor:${personId}`;

/** The cursor of the last event that this device has processed; later ones are sent on reconnection. */
function rememberCursor(personId: string, cursor: string): void {
  device.set(keyOf(personId), cursor);
}

/** Starts at the cursor of the page, unless this device has already processed later events. */
export function initCursor(personId: string, cursor: string): void {
  const processed = device.get(keyOf(personId));
  if (processed === null || isLater(cursor, processed)) rememberCursor(personId, cursor);
}

/** Cursors have the form "milliseconds-number". */
function isLater(a: string, b: string): boolean {
  const [aMs = 0, aNumber = 0] = a.split("-").map(Number);
  const [bMs = 0, bNumber = 0] = b.split("-").map(Number);
  return aMs > bMs || (aMs === bMs && aNumber > bNumber);
}

/** The maximum delay (ms) between attempts to connect; the longer one applies where connections never succeed. */
const RETRY_MS = 5_000;
const SLOW_RETRY_MS = 60_000;
const SLOW_AFTER = 6;

/**
 * Connects to the live events of the signed-in person, and emits them on the page. The connection is restored
 * automatically, from the last processed event; meanwhile the server is polled.
 * @returns a function that disconnects
 */
export async function connectLive(personId: string): Promise<() => void> {
  const poller = startPolling();
  const { io } = await import("socket.io-client");
  const socket: Socket<ServerToClient, ClientToServer> = io({
    path: "/socket.io",
    transports: ["websocket"],
    reconnectionDelayMax: RETRY_MS,
    auth: (give: (handshake: Handshake) => void) => give({ cursor: device.get(keyOf(personId)) ?? undefined }),
  });
  void loadClientFilters(personId);
  markLive(socket);
  socket.on("bark", ({ cursor, status }) => {
    const passed = applyClientFilters(status);
    if (passed) emit({ type: "arrived", status: passed });
    rememberCursor(personId, cursor);
  });
  socket.on("bark:deleted", ({ cursor, id }) => {
    emit({ type: "gone", id });
    if (cursor) rememberCursor(personId, cursor);
  });
  socket.on("bark:edited", ({ cursor, status }) => {
    emit({ type: "edited", status });
    if (cursor) rememberCursor(personId, cursor);
  });
  socket.on("counts", (counts) => emit({ type: "counts", counts }));
  let failures = 0;
  socket.on("connect", () => {
    failures = 0;
    socket.io.reconnectionDelayMax(RETRY_MS);
    poller.connected();
    attach((verb, ids) => {
      socket.emit(verb, ids);
      if (verb === "watch") void revalidateStale(ids);
    });
  });
  socket.on("connect_error", () => {
    if (++failures === SLOW_AFTER) socket.io.reconnectionDelayMax(SLOW_RETRY_MS);
    poller.away();
  });
  socket.on("disconnect", () => {
    poller.away();
    attach(null);
  });
  socket.on("notification", ({ cursor, notification }) => {
    emit({ type: "notification", notification });
    rememberCursor(personId, cursor);
  });
  socket.on("read", ({ cursor, ...markers }) => {
    emit({ type: "read", markers });
    rememberCursor(personId, cursor);
  });
  socket.on("e2ee", ({ cursor, conversation_id }) => {
    emit({ type: "e2ee", conversationId: conversation_id });
    rememberCursor(personId, cursor);
  });
  socket.on("gap", ({ cursor }) => {
    emit({ type: "gap" });
    rememberCursor(personId, cursor);
  });
  socket.on("announcement", ({ content }) => emit({ type: "announced", text: stripMarkup(content) }));
  socket.on("signed-out", signedOutElsewhere);
  // A phone that slept has a dead socket without knowing; waking up is a good moment to check.
  const wake = () => document.visibilityState === "visible" && socket.disconnected && socket.connect();
  document.addEventListener("visibilitychange", wake);
  return () => {
    document.removeEventListener("visibilitychange", wake);
    attach(null);
    socket.disconnect();
    poller.stop();
  };
}

/** Sets on <html> whether the page is connected, for tests that wait for it. */
function markLive(socket: Socket<ServerToClient, ClientToServer>): void {
  const say = (isLive: boolean) => void document.documentElement.toggleAttribute("data-live", isLive);
  socket.on("connect", () => say(true));
  socket.on("disconnect", () => say(false));
}

/** The maximum number of watched barks per connection; with more, the newest on screen are watched. */
const MAX_WATCHED = 60;
const SETTLED_MS = 250;

/** Tells the server which barks are on screen now. */
type Told = (verb: "watch" | "unwatch", ids: string[]) => void;

const counts = new Map<string, number>();
let told = new Set<string>();
let say: Told | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Watches the counters of a bark that is on screen, until the returned function is called. Barks that are scrolled past
 * quickly are not watched.
 */
export function watch(id: string): () => void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
  soon();
  return () => {
    const left = (counts.get(id) ?? 1) - 1;
    if (left > 0) counts.set(id, left);
    else counts.delete(id);
    soon();
  };
}

/** Sets the (new) connection, which watches nothing yet; null when it is lost. */
export function attach(server: Told | null): void {
  say = server;
  told = new Set();
  if (server) update();
}

function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(update, SETTLED_MS);
}

function update(): void {
  if (!say) return;
  const wanted = new Set([...counts.keys()].slice(-MAX_WATCHED));
  const news = [...wanted].filter((id) => !told.has(id));
  const past = [...told].filter((id) => !wanted.has(id));
  told = wanted;
  if (past.length > 0) say("unwatch", past);
  if (news.length > 0) say("watch", news);
}
