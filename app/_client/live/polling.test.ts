import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { subscribe, type AppEvent } from "@/app/_client/events";
import { startPolling, type Poller } from "@/app/_client/live/polling";
import type { Status } from "@/lib/barks/schema";

const START = new Date("2026-05-01T12:00:00Z").getTime();
const bark = (id: string, ms: number) =>
  ({ id, created_at: new Date(ms).toISOString(), reblog: null, emoji_reactions: [] }) as unknown as Status;

let home: Status[] = [];
let requests: string[] = [];
let status = 200;
let poller: Poller;
let stop = () => {};
let news: AppEvent[] = [];
const page = Object.assign(new EventTarget(), { visibilityState: "visible", querySelector: () => null });
const polls = () => requests.filter((path) => path.startsWith("/api/v1/timelines/home")).length;
const arrived = () => news.flatMap((event) => (event.type === "arrived" ? [event.status.id] : []));

beforeEach(() => {
  [home, requests, news, status] = [[], [], [], 200];
  page.visibilityState = "visible";
  vi.useFakeTimers({ now: START });
  const target = new EventTarget();
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("addEventListener", target.addEventListener.bind(target));
  vi.stubGlobal("removeEventListener", target.removeEventListener.bind(target));
  vi.stubGlobal("fetch", (path: string) => {
    requests.push(path);
    const body = path.startsWith("/api/v1/timelines/home") ? home : path.includes("unread_count") ? { count: 0 } : [];
    return Promise.resolve(Response.json(body, { status }));
  });
  stop = subscribe((event) => news.push(event));
  poller = startPolling();
});
afterEach(() => {
  poller.stop();
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("does not poll if the connection is established within eight seconds", async () => {
  await vi.advanceTimersByTimeAsync(7_900);
  poller.connected();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(polls()).toBe(0);
});

it("polls every half minute while there is no connection, and not after it is back", async () => {
  await vi.advanceTimersByTimeAsync(8_100 + 60_000);
  expect(polls()).toBe(3);
  poller.connected();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(polls()).toBe(3);
});

it("emits barks of the last minute, oldest first, and later only newer ones", async () => {
  home = [bark("30", START), bark("20", START - 30_000), bark("10", START - 3_600_000)];
  await vi.advanceTimersByTimeAsync(8_100);
  expect(arrived()).toEqual(["20", "30"]);
  home = [bark("40", START + 9_000), ...home];
  await vi.advanceTimersByTimeAsync(30_000);
  expect(arrived()).toEqual(["20", "30", "40"]);
});

it("reports a gap when a whole page is new", async () => {
  home = Array.from({ length: 40 }, (_, index) => bark(String(99 - index), START));
  await vi.advanceTimersByTimeAsync(8_100);
  expect(news[0]).toEqual({ type: "gap" });
});

it("does not poll for a hidden page, but at once when it is shown again", async () => {
  page.visibilityState = "hidden";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(polls()).toBe(0);
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(10);
  expect(polls()).toBe(1);
});

it("emits nothing while the server cannot be reached, and what was missed afterwards", async () => {
  home = [bark("50", START)];
  status = 503;
  await vi.advanceTimersByTimeAsync(8_100);
  expect(arrived()).toEqual([]);
  status = 200;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(arrived()).toEqual(["50"]);
});
