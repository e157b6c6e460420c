import { describe, expect, it } from "vitest";
import { authorsOf, scheduleDay, TOWN, type DayVerb } from "@/bench/day/schedule";

const day = scheduleDay(4);
const of = (verb: DayVerb) => day.filter((deed) => deed.verb === verb);
/** The number of actions of a kind in an hour of the day. */
const inHour = (verb: DayVerb, hour: number) => of(verb).filter(({ at }) => Math.floor(at / 3_600) + 7 === hour).length;

describe("a day of the small town", () => {
  it("has exactly the planned number of actions of each kind", () => {
    expect(of("bark")).toHaveLength(6_394);
    expect(of("read").length * TOWN.page).toBe(120_000);
    expect(of("like")).toHaveLength(24_000);
    expect(of("rebark")).toHaveLength(6_000);
  });

  it("is sorted by time, and ends with the day", () => {
    expect(day.every(({ at }, index) => at >= (day[index - 1]?.at ?? 0))).toBe(true);
    expect(day.at(-1)?.at).toBeLessThanOrEqual(TOWN.hours * 3_600);
  });

  it("is busiest at lunch and in the evening", () => {
    for (const peak of [12, 13, 19, 20, 21]) {
      for (const quiet of [7, 9, 10, 15, 16])
        expect(inHour("read", peak)).toBeGreaterThan(2 * inHour("read", quiet) * 0.95);
    }
    expect(inHour("read", 20)).toBeGreaterThan(inHour("read", 12));
  });

  it("lets everybody read, and only a fifth of the people write", () => {
    expect(new Set(of("read").map(({ who }) => who)).size).toBe(TOWN.people);
    const authors = new Set(authorsOf(TOWN.people));
    expect(authors.size).toBe(200);
    expect(of("bark").every(({ who }) => authors.has(who))).toBe(true);
  });

  it("lets nobody like or rebark before they have read", () => {
    const first = new Map<number, number>();
    for (const { verb, who, at } of day) if (verb === "read" && !first.has(who)) first.set(who, at);
    const rash = day.filter(
      ({ verb, who, at }) => verb !== "bark" && verb !== "read" && at < (first.get(who) ?? Infinity),
    );
    expect(rash).toEqual([]);
  });

  it("is the same for the same seed, and different for another", () => {
    expect(scheduleDay(4)).toEqual(day);
    expect(scheduleDay(5)).not.toEqual(day);
  });
});
