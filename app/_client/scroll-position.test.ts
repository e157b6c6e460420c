import { beforeEach, expect, it, vi } from "vitest";
import type { Feed } from "@/app/_client/feed-model";
import { clearScrollPosition, loadScrollPosition, saveScrollPosition } from "@/app/_client/scroll-position";

const DAY_MS = 24 * 60 * 60 * 1000;

const storage = vi.hoisted(() => {
  const kept = new Map<string, string>();
  const made = {
    room: Infinity,
    clear: () => kept.clear(),
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > made.room) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
  // What a page remembers is decided when its module is loaded: in a window, or on the server.
  Object.assign(globalThis, { window: globalThis, localStorage: made, document: { querySelector: () => null } });
  return made;
});

beforeEach(() => {
  storage.room = Infinity;
  storage.clear();
});

/** A feed of this many gaps, which are rows that need no bark. */
const feed = (count: number, more: Partial<Feed> = {}): Feed => ({
  rows: Array.from({ length: count }, (_, n) => ({ kind: "gap", key: `row ${n}` })),
  waiting: [],
  ended: true,
  withdrawn: [],
  next: null,
  ...more,
});
const keysOf = (name: string) => loadScrollPosition(name)?.feed.rows.map(({ key }) => key);

it("restores the bark at the top of the screen, for each feed separately", () => {
  saveScrollPosition("home", { feed: feed(3), anchor: "row 1", offset: -12, at: Date.now() });
  expect(loadScrollPosition("home")).toMatchObject({ anchor: "row 1", offset: -12, feed: { ended: true } });
  expect(loadScrollPosition("town")).toBeNull();
  clearScrollPosition("home");
  expect(loadScrollPosition("home")).toBeNull();
});

it("keeps 120 rows around the position, and then knows that more follow below", () => {
  saveScrollPosition("home", { feed: feed(300, { next: "older" }), anchor: "row 200", offset: 0, at: Date.now() });
  expect(keysOf("home")).toHaveLength(120);
  expect(keysOf("home")?.[0]).toBe("row 140");
  expect(loadScrollPosition("home")?.feed).toMatchObject({ ended: false, next: "older" });
});

it("expires after a day", () => {
  saveScrollPosition("home", { feed: feed(1), anchor: "row 0", offset: 0, at: Date.now() - DAY_MS + 1_000 });
  expect(loadScrollPosition("home")).not.toBeNull();
  saveScrollPosition("home", { feed: feed(1), anchor: "row 0", offset: 0, at: Date.now() - DAY_MS });
  expect(loadScrollPosition("home")).toBeNull();
});

it("is kept as long as the page lives where storage has no room", () => {
  saveScrollPosition("home", { feed: feed(1), anchor: "row 0", offset: 0, at: Date.now() });
  storage.room = 10;
  saveScrollPosition("home", { feed: feed(2), anchor: "row 1", offset: 0, at: Date.now() });
  expect(loadScrollPosition("home")).toMatchObject({ anchor: "row 1" });
});
