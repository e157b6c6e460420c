import { afterEach, describe, expect, it, vi } from "vitest";
import { ago } from "@/app/_features/time/time";

describe("the age of a bark", () => {
  const now = Date.UTC(2026, 10, 21, 12);

  it("is shown as minutes, hours and days, and then as a date", () => {
    const passed = [30_000, 5 * 60_000, 3 * 3_600_000, 2 * 86_400_000, 20 * 86_400_000, 400 * 86_400_000];
    expect(passed.map((ms) => ago(now - ms, now, "UTC"))).toEqual([
      "now",
      "5 min",
      "3 h",
      "2 d",
      "1 Nov",
      "17 Oct 2025",
    ]);
  });

  it("uses days and years of the reader's time zone", () => {
    const newYear = Date.UTC(2026, 0, 1, 3);
    expect(ago(newYear, now, "UTC")).toBe("1 Jan");
    expect(ago(newYear, now, "America/New_York")).toBe("31 Dec 2025");
  });

  it("is now for times in the future, which a slow clock causes", () => {
    expect(ago(now + 7_200_000, now, "UTC")).toBe("now");
  });
});

describe("the server's clock", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is measured from an answer, ignoring small differences", async () => {
    vi.stubGlobal("document", { querySelector: () => null });
    vi.stubGlobal("performance", { getEntriesByType: () => [], now: () => 0 });
    const { learnTime, serverNow } = await import("@/app/_client/clock");
    learnTime(new Date(Date.now() + 1_000).toUTCString());
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(50);
    learnTime(new Date(Date.now() - 7_200_000).toUTCString());
    expect(Math.abs(serverNow() + 7_200_000 - Date.now())).toBeLessThan(1_100);
    learnTime("no date");
    learnTime(null);
    expect(Math.abs(serverNow() + 7_200_000 - Date.now())).toBeLessThan(1_100);
  });
});
