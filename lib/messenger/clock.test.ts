import { describe, expect, it } from "vitest";
import { clockOffset } from "@/lib/messenger/clock";

const NOON = Date.parse("Sun, 29 Nov 2026 12:00:00 GMT");
const HOUR_MS = 3_600_000;
const at = (ms: number) => new Date(ms).toUTCString();

describe("the clock of a device", () => {
  it("is corrected by the server's, in both directions", () => {
    expect(clockOffset(at(NOON + 90_000), NOON, 0)).toBe(90_000);
    expect(clockOffset(at(NOON - 3 * HOUR_MS), NOON, 0)).toBe(-3 * HOUR_MS);
    expect(clockOffset(at(NOON + 400 * 24 * HOUR_MS), NOON, 0)).toBe(400 * 24 * HOUR_MS);
  });

  it("stays as it is for small differences, and without a time", () => {
    expect(clockOffset(at(NOON + 1_000), NOON, 0)).toBe(0);
    expect(clockOffset(null, NOON, 5_000)).toBe(5_000);
    expect(clockOffset("yesterday", NOON, 5_000)).toBe(5_000);
  });

  it("cannot be turned back by days, so that a frozen log would look fresh", () => {
    expect(clockOffset(at(NOON - 24 * HOUR_MS), NOON, 0)).toBe(0);
    expect(clockOffset(at(NOON - 300 * 24 * HOUR_MS), NOON, 7_000)).toBe(7_000);
  });
});
