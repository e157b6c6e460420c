import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textFault } from "@/lib/barks/rules";
import { isPortraitKey } from "@/lib/drawings/portrait";
import { handleFault, handleKey } from "@/lib/people/rules";
import { isSceneryKey } from "@/lib/drawings/scenery";
import { graphemeCount } from "@/lib/text/length";
import { CAST } from "@/local/town/cast";
import { DAY, MINUTE, type Clock } from "@/local/town/clock";
import { makeTown, TOWN_SEED, type Town } from "@/local/town/people";

const autumn: Clock = { now: Date.UTC(2026, 10, 21, 14, 30), ahead: 0 };
const town = makeTown(999, TOWN_SEED, autumn);

const count = (places: readonly number[]): number[] => {
  const counts: number[] = town.people.map(() => 0);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
};
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const place = (handle: string): number => town.people.findIndex((person) => person.handle === handle);
const follows = (from: string, to: string): boolean =>
  town.follows.some((f) => f.from === place(from) && f.to === place(to));

// Generating a town takes a third of a second, on a busy machine more.
describe("any town", { timeout: 90_000 }, () => {
  const anyTown = fc
    .tuple(
      fc.integer({ min: 2, max: 90 }),
      fc.nat(1e6),
      fc.integer({ min: 0, max: 365 * 24 }),
      fc.constantFrom(-480, 0, 60, 345),
    )
    .map(([size, seed, hour, ahead]) => ({
      size,
      seed,
      clock: { now: Date.UTC(2026, 0, 1) + hour * 60 * MINUTE, ahead },
    }));
  const everyTown = (check: (town: Town, clock: Clock) => void) =>
    fc.assert(
      fc.property(anyTown, ({ size, seed, clock }) => check(makeTown(size, seed, clock), clock)),
      { numRuns: 10 },
    );

  it("is the same for the same size, seed and clock", () => {
    fc.assert(
      fc.property(anyTown, ({ size, seed, clock }) => {
        expect(makeTown(size, seed, clock)).toEqual(makeTown(size, seed, clock));
      }),
      { numRuns: 4 },
    );
  });

  it("has people with legal handles, none alike, and pictures that exist", () =>
    everyTown(({ people }) => {
      expect(people.filter(({ handle }) => handleFault(handle) !== null)).toEqual([]);
      expect(new Set(people.map(({ handle }) => handleKey(handle))).size).toBe(people.length);
      expect(people.every(({ portrait, header }) => isPortraitKey(portrait) && isSceneryKey(header))).toBe(true);
    }));

  it("has nobody who follows themselves, or somebody twice, or before both were here", () =>
    everyTown(({ people, follows: all }, { now }) => {
      expect(all.filter(({ from, to }) => from === to)).toEqual([]);
      expect(new Set(all.map(({ from, to }) => `${from} ${to}`)).size).toBe(all.length);
      const early = all.filter(
        ({ from, to, at }) =>
          at < Math.max(people[from]?.joined ?? Infinity, people[to]?.joined ?? Infinity) || at > now,
      );
      expect(early).toEqual([]);
    }));

  it("says nothing twice within a day", () =>
    everyTown(({ barks }) => {
      const last = new Map<string, number>();
      const again = barks.filter(({ text, at }) => {
        const before = last.get(text);
        last.set(text, at);
        // Three words may be said again, by whoever insists on them.
        return before !== undefined && at - before < 24 * 3_600_000 && text.split(" ").length > 3;
      });
      expect(again.map(({ text }) => text)).toEqual([]);
    }));

  it("has lists only of people whom the visitor follows", () =>
    everyTown(({ lists, follows: all }) => {
      const ties = new Set(all.map(({ from, to }) => `${from} ${to}`));
      expect(lists.flatMap(({ by, members }) => members.filter((to) => !ties.has(`${by} ${to}`)))).toEqual([]);
    }));

  it("has barks of at most 240 graphemes in order, from people who had joined, and nobody begins twice with the same", () =>
    everyTown(({ people, barks }, { now }) => {
      expect(
        barks.filter(({ text }) => textFault(text) !== null || graphemeCount(text) > 240 || /[{}[\]|]/.test(text)),
      ).toEqual([]);
      const first = barks.filter(({ answers, quotes }) => !answers && !quotes);
      expect(new Set(first.map(({ text }) => text)).size).toBe(first.length);
      expect(barks.map(({ at }) => at)).toEqual(barks.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(
        barks.filter(({ by, at }) => at > now || at < now - 30 * DAY || at < (people[by]?.joined ?? Infinity)),
      ).toEqual([]);
    }));
});

describe("the town of 999", () => {
  it("has the cast first, with their own faces", () => {
    expect(town.people.slice(0, CAST.length).map(({ handle }) => handle)).toEqual(CAST.map(({ handle }) => handle));
    expect(town.people[place("otter")]).toMatchObject({ name: "Otter", portrait: "otter-0-0" });
  });

  it("has 999 people, no two with the same name or face", () => {
    expect(town.people).toHaveLength(999);
    expect(new Set(town.people.map(({ name }) => name)).size).toBe(999);
    expect(new Set(town.people.map(({ portrait }) => portrait)).size).toBe(999);
    const bios = town.people.map(({ bio }) => bio);
    expect(bios.filter((bio, index) => bios.indexOf(bio) !== index)).toEqual([]);
  });

  it("is one: everybody can be reached from everybody over follows", () => {
    const seen = new Set([0]);
    const next = new Map<number, number[]>();
    for (const { from, to } of town.follows) next.set(from, [...(next.get(from) ?? []), to]);
    for (const at of seen) for (const to of next.get(at) ?? []) seen.add(to);
    expect(seen.size).toBe(999);
  });

  it("has people who follow a few dozen, and a few whom hundreds follow", () => {
    const [following, followers] = [
      count(town.follows.map(({ from }) => from)),
      count(town.follows.map(({ to }) => to)),
    ];
    expect(middle(following)).toBeGreaterThan(15);
    expect(middle(following)).toBeLessThan(60);
    expect(followers.filter((n) => n >= 150).length).toBeGreaterThanOrEqual(8);
    expect(followers.filter((n) => n >= 150).length).toBeLessThan(40);
  });

  it("lets the visitor follow sixty, but not those whom Circles are to find", () => {
    expect(town.follows.filter(({ from }) => from === place("maple"))).toHaveLength(60);
    for (const friend of ["otter", "fern", "clover", "badger", "heron", "toad", "finch"])
      expect(follows("maple", friend), friend).toBe(true);
    for (const stranger of ["juniper", "wren", "owl", "hare", "snail"])
      expect(follows("maple", stranger), stranger).toBe(false);
    expect(
      follows("otter", "juniper") &&
        follows("fern", "juniper") &&
        follows("clover", "wren") &&
        follows("badger", "owl"),
    ).toBe(true);
    const friends = new Set(town.follows.filter(({ from }) => from === place("maple")).map(({ to }) => to));
    expect(
      town.follows
        .filter(({ from, to }) => friends.has(from) && to === place("snail"))
        .map(({ from }) => town.people[from]?.handle),
    ).toEqual([]);
    expect(follows("hare", "snail")).toBe(true);
  });

  it("barks about twelve times in four weeks if it barks at all, and a few people far more", () => {
    const barks = count(town.barks.map(({ by }) => by));
    const active = barks.filter((n) => n >= 3);
    const mean = active.reduce((sum, n) => sum + n, 0) / active.length;
    expect(mean).toBeGreaterThan(9);
    expect(mean).toBeLessThan(15);
    expect(Math.max(...barks)).toBeGreaterThan(50);
    expect(barks.filter((n) => n === 0).length).toBeGreaterThan(60);
  });

  it("is liveliest in the evening and quiet before dawn", () => {
    const at = (from: number, to: number) =>
      town.barks.filter((bark) => new Date(bark.at).getUTCHours() >= from && new Date(bark.at).getUTCHours() < to)
        .length;
    expect(at(18, 22)).toBeGreaterThan(at(13, 17) * 1.2);
    expect(at(2, 5)).toBeLessThan(at(18, 21) / 8);
  });

  it("was awake a minute ago, and all through the last hour", () => {
    const ages = town.barks.map(({ at }) => (autumn.now - at) / MINUTE).filter((age) => age < 60);
    expect(Math.min(...ages)).toBeLessThan(3);
    expect(ages.length).toBeGreaterThan(15);
  });

  it("speaks of summer in summer and of frost in winter", () => {
    const summer = makeTown(300, TOWN_SEED, { now: Date.UTC(2026, 6, 10, 20), ahead: 120 });
    expect(summer.barks.filter(({ text }) => text.includes("#firstfrost") && !text.startsWith("Parsnips"))).toEqual([]);
    expect(town.barks.some(({ text }) => text.includes("#firstfrost"))).toBe(true);
    expect(town.barks.filter(({ text }) => text.includes("First cherries"))).toEqual([]);
  });

  it("mentions only people who live here", () => {
    const handles = new Set(town.people.map(({ handle }) => handle));
    const mentioned = town.barks.flatMap(({ text }) => [...text.matchAll(/@(\w+)/g)].map(([, handle = ""]) => handle));
    expect(mentioned.length).toBeGreaterThan(50);
    expect(mentioned.filter((handle) => !handles.has(handle))).toEqual([]);
  });
});
