import { describe, expect, it } from "vitest";
import { seeded } from "@/lib/seeded";
import { DAY, HOUR, MINUTE, type Clock } from "@/local/town/clock";
import { DAILY, meanPause, nextDeed, pause } from "@/local/town/pace";

const day = Date.UTC(2026, 10, 18);
const clock: Clock = { now: day, ahead: 0 };

/** The simulated actions of the day that begins at `start`: their names and times. */
function deedsOf(start: number, seed: number) {
  const random = seeded(seed);
  const deeds: { at: number; deed: string }[] = [];
  for (let at = start; at < start + DAY; at += pause(random, at, clock)) deeds.push({ at, deed: nextDeed(random) });
  return deeds;
}
const barks = (deeds: { deed: string }[]) => deeds.filter(({ deed }) => ["bark", "answer", "quote"].includes(deed));

describe("the pace of the town", () => {
  it("makes fewer than 6,000 barks a day, at weekends too", () => {
    for (const start of [day, Date.UTC(2026, 10, 21)]) {
      const made = barks(deedsOf(start, 4)).length;
      expect(made).toBeLessThan(6_000);
      expect(made).toBeGreaterThan(3_500);
    }
    expect(DAILY.bark + DAILY.answer + DAILY.quote).toBeLessThan(5_000);
  });

  it("is brisk in the evening and slow before dawn", () => {
    const deeds = deedsOf(day, 5);
    const between = (from: number, to: number) =>
      deeds.filter(({ at }) => at >= day + from * HOUR && at < day + to * HOUR).length;
    expect(between(19, 21)).toBeGreaterThan(5 * between(2, 4));
    expect(between(2, 4)).toBeGreaterThan(60);
  });

  it("follows the clock on the wall", () => {
    const elsewhere: Clock = { ...clock, ahead: 600 };
    expect(meanPause(day + 10 * HOUR, elsewhere)).toBe(meanPause(day + 20 * HOUR, clock));
  });

  it("never does two things at once, and is never still for more than a minute", () => {
    const random = seeded(6);
    const pauses = Array.from({ length: 5_000 }, (_, i) => pause(random, day + i * 17_000, clock));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(400);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(MINUTE);
  });
});
