import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { device } from "@/app/_client/device";
import { attach, initCursor, watch } from "@/app/_client/live/live";

vi.hoisted(() => {
  const kept = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  // What a page remembers is decided when its module is loaded: in a window, or on the server.
  Object.assign(globalThis, { window: globalThis, localStorage });
});

let said: string[] = [];
const server = (verb: string, ids: string[]) => void said.push(`${verb} ${ids.join(",")}`);
const settle = () => vi.advanceTimersByTime(300);

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
});
afterEach(() => {
  attach(null);
  vi.useRealTimers();
});

it("watches barks that stay on screen, each once, and unwatches those that leave", () => {
  attach(server);
  const ends = ["1", "2", "1"].map(watch);
  settle();
  ends[0]?.();
  settle();
  ends[1]?.();
  ends[2]?.();
  settle();
  expect(said).toEqual(["watch 1,2", "unwatch 1,2"]);
});

it("watches everything on screen after reconnecting, and sends nothing without a connection", () => {
  const end = watch("3");
  settle();
  expect(said).toEqual([]);
  attach(server);
  attach(null);
  attach(server);
  expect(said).toEqual(["watch 3", "watch 3"]);
  end();
});

it("watches at most sixty barks, the latest to come on screen", () => {
  attach(server);
  const ends = Array.from({ length: 70 }, (_, index) => watch(String(100 + index)));
  settle();
  expect(said).toHaveLength(1);
  expect(said[0]?.split(",")).toHaveLength(60);
  expect(said[0]).toContain("169");
  for (const end of ends) end();
  settle();
});

it("starts at the page's cursor, unless this device has processed later events", () => {
  const cursors = ["100-0", "99-7", "100-2", "100-10", "100-9", "1000-0", "101-0"];
  const remembered = cursors.map((cursor) => {
    initCursor("7", cursor);
    return device.get("cursor:7");
  });
  expect(remembered).toEqual(["100-0", "100-0", "100-2", "100-10", "100-10", "1000-0", "1000-0"]);
  initCursor("8", "5-0");
  expect(device.get("cursor:8")).toBe("5-0");
});
