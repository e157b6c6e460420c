import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JoinRequest } from "@/app/_client/join-first";

const LIKE: JoinRequest = { act: { kind: "like", id: "1", on: true }, name: "Maple", avatar: "/portraits/maple.webp" };

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  // Without a browser's storage, values are kept in memory.
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("navigator", {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const joinFirst = () => import("@/app/_client/join-first");

describe("what a visitor pressed", () => {
  it("waits for whoever signs in for it, and is handed out once", async () => {
    const { keepAct, newMark, takeAct, waitingAct } = await joinFirst();
    const mark = newMark();
    keepAct(LIKE, mark);
    vi.advanceTimersByTime(9 * 60_000);
    expect(waitingAct(`/@maple/1${mark}`)).toEqual(LIKE);
    expect(takeAct(`/@maple/1${mark}`)).toEqual(LIKE);
    expect(takeAct(`/@maple/1${mark}`)).toBe(null);
  });

  it.each(["/@maple/1", "/home", "", "#", "#for-another"])(
    "is given up when somebody signs in by another way, to %j",
    async (next) => {
      const { keepAct, newMark, takeAct } = await joinFirst();
      const mark = newMark();
      keepAct(LIKE, mark);
      expect(takeAct(next)).toBe(null);
      expect(takeAct(mark)).toBe(null);
    },
  );

  it("is given up after ten minutes, also when the clock was set back", async () => {
    const { keepAct, newMark, waitingAct } = await joinFirst();
    const mark = newMark();
    keepAct(LIKE, mark);
    vi.advanceTimersByTime(10 * 60_000);
    expect(waitingAct(mark)).toBe(null);
    keepAct(LIKE, mark);
    vi.setSystemTime(Date.now() - 24 * 60 * 60_000);
    expect(waitingAct(mark)).toBe(null);
  });

  it("is given up when somebody signs out", async () => {
    const { keepAct, newMark, waitingAct } = await joinFirst();
    const { arrive, forgetRead } = await import("@/app/_client/forget");
    const mark = newMark();
    arrive("1000000000000000001");
    keepAct(LIKE, mark);
    arrive(null);
    expect(waitingAct(mark)).toBe(null);
    keepAct(LIKE, mark);
    forgetRead();
    expect(waitingAct(mark)).toBe(null);
  });
});
