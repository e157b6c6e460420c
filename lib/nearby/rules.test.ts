import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kilometres, transformOf } from "@/lib/nearby/grid";
import {
  bandSpan,
  cellOf,
  decide,
  DELAY,
  nextRadius,
  roundForSending,
  shownSpot,
  type Secrets,
} from "@/lib/nearby/rules";
import { LocationInput, PRECISIONS, type Coordinates, type Precision, type Sharing } from "@/lib/nearby/schema";

const HOUR = 3_600_000;
const NOON = 1_800_000_000_000;
const HOME = { latitude: 48.2, longitude: 16.37 };
const secrets: Secrets = { turn: () => transformOf([0.3, 0.6, 0.9]), margin: () => 0.2 };

const east = (km: number): Coordinates => ({ ...HOME, longitude: HOME.longitude + km / 74.2 });
const claim = (place: Coordinates, now: number, precision: Precision = 2) => ({
  place,
  precision,
  until: now + 12 * HOUR,
});

/** A person who claims places one after the other; rejected claims change nothing. */
function walker(limits = true) {
  let sharing: Sharing | null = null;
  const claims = (
    place: Coordinates,
    now: number,
    { chance = 0.5, precision = 2 }: { chance?: number; precision?: Precision } = {},
  ) => {
    const decision = decide(sharing, claim(place, now, precision), secrets, { now, chance, limits });
    if (!decision.ok) return decision.reason;
    const { spots, moves, mine } = decision;
    sharing = { spots, moves, last: mine, version: (sharing?.version ?? 0) + 1, joinedAt: 0 };
    return decision;
  };
  const hides = () => void (sharing = sharing && { ...sharing, spots: [] });
  return Object.assign(claims, { hides });
}

describe("a claimed place", () => {
  it("is visible at once the first time, and later moves after up to ten minutes, for the mover too", () => {
    const claims = walker();
    const first = claims(HOME, NOON);
    expect(first).toMatchObject({ ok: true, mine: { from: NOON, until: NOON + 12 * HOUR }, moves: [] });
    const moved = claims(east(9), NOON + HOUR, { chance: 0.999 });
    if (typeof moved === "string" || typeof first === "string") throw new Error("refused");
    expect(moved.mine.from).toBeGreaterThan(NOON + HOUR + 0.99 * DELAY);
    expect(shownSpot(moved.spots, NOON + HOUR)).toMatchObject({ longitude: first.mine.longitude });
    expect(shownSpot(moved.spots, moved.mine.from - 1)).toMatchObject({ longitude: first.mine.longitude });
    expect(shownSpot(moved.spots, moved.mine.from)).toMatchObject({ longitude: moved.mine.longitude });
    expect(shownSpot(moved.spots, NOON + 14 * HOUR)).toBeNull();
  });

  it("replaces a move that is not visible yet, so that there are never more than two places", () => {
    const claims = walker();
    claims(HOME, NOON);
    claims(east(5), NOON + HOUR, { chance: 1 });
    const again = claims(east(12), NOON + HOUR + 60_000, { chance: 1 });
    if (typeof again === "string") throw new Error("refused");
    expect(again.spots).toHaveLength(2);
    expect(kilometres(again.mine, east(12))).toBeLessThan(1.5);
  });

  it("is no move while it stays in its cell, or jitters around the border", () => {
    const claims = walker();
    const first = claims(HOME, NOON);
    for (let minute = 1; minute < 60; minute++) {
      const still = claims(east(Math.sin(minute) * 0.15), NOON + minute * 60_000);
      if (typeof still === "string" || typeof first === "string") throw new Error("refused");
      expect(still).toMatchObject({ moves: [], mine: { latitude: first.mine.latitude, from: NOON } });
      expect(still.mine.until).toBe(NOON + minute * 60_000 + 12 * HOUR);
    }
  });

  it("changes at most four times an hour and twenty times a day", () => {
    const claims = walker();
    claims(HOME, NOON);
    for (let move = 1; move <= 4; move++)
      expect(claims(east(4 * move), NOON + move * 60_000)).toMatchObject({ ok: true });
    expect(claims(east(20), NOON + 5 * 60_000)).toBe("too_many");
    expect(claims(east(16), NOON + 5 * 60_000)).toMatchObject({ ok: true });
    let allowed = 4;
    for (let quarter = 5; quarter < 92; quarter++) {
      const answer = claims(east(4 * quarter), NOON + quarter * 15 * 60_000);
      if (answer !== "too_many") allowed++;
    }
    expect(allowed).toBe(20);
    expect(claims(east(500), NOON + 26 * HOUR)).toMatchObject({ ok: true });
  });

  it("counts as a move also when sharing was off in between, and the error says when to try again", () => {
    const moves = [1, 2, 3, 4].map((minute) => NOON + minute * 60_000);
    const before: Sharing = { spots: [], moves, last: null, version: 9, joinedAt: 0 };
    const circumstances = { now: NOON + 10 * 60_000, chance: 0.5, limits: true };
    const decision = decide(before, claim(HOME, NOON), secrets, circumstances);
    expect(decision).toEqual({ ok: false, reason: "too_many", retryAfter: 51 * 60 });
    expect(decide(before, claim(HOME, NOON), secrets, { ...circumstances, limits: false })).toMatchObject({ ok: true });
  });

  it("cannot bypass delay and speed limit by being hidden in between, for a day", () => {
    const claims = walker();
    const first = claims(HOME, NOON);
    claims.hides();
    expect(claims(east(900), NOON + 60_000)).toBe("too_fast");
    const moved = claims(east(9), NOON + 60_000, { chance: 0.999 });
    if (typeof moved === "string" || typeof first === "string") throw new Error("refused");
    expect(moved.spots).toEqual([moved.mine]);
    expect(moved.mine.from).toBeGreaterThan(NOON + 60_000 + 0.99 * DELAY);
    expect(moved.moves).toEqual([NOON + 60_000]);
    claims.hides();
    expect(claims(east(9), NOON + HOUR, { chance: 0.999 })).toMatchObject({
      moves: [NOON + 60_000],
      mine: { from: NOON + HOUR, longitude: moved.mine.longitude },
    });
    claims.hides();
    expect(claims(east(20), NOON + 26 * HOUR, { chance: 0.999 })).toMatchObject({ mine: { from: NOON + 26 * HOUR } });
  });

  it("is rejected when nobody travels that fast, but not when the device corrects its position", () => {
    const claims = walker();
    claims(HOME, NOON);
    expect(claims(east(900), NOON + 30 * 60_000)).toBe("too_fast");
    expect(claims(east(50), NOON + 1_000)).toBe("too_fast");
    expect(claims(east(10), NOON + 1_000)).toMatchObject({ ok: true });
    expect(claims(east(900), NOON + HOUR)).toMatchObject({ ok: true });
    expect(walker(false)(east(900), NOON)).toMatchObject({ ok: true });
  });

  it("starts again with another cell size", () => {
    const claims = walker();
    claims(HOME, NOON);
    expect(claims(HOME, NOON + 1, { precision: 10 })).toMatchObject({
      ok: true,
      moves: [NOON + 1],
      mine: { precision: 10 },
    });
  });
});

const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const turns = fc.array(fc.tuple(chance, chance, chance), { minLength: 4, maxLength: 4 }).map((drawn) => ({
  turn: (precision: Precision) => transformOf(drawn[PRECISIONS.indexOf(precision)] ?? [0, 0, 0]),
}));

describe("cells of several sizes", () => {
  it("are derived from the next finer one, so that they reveal nothing more", () => {
    fc.assert(
      fc.property(
        anywhere,
        turns,
        fc.constantFrom(...PRECISIONS),
        fc.constantFrom(...PRECISIONS),
        (place, own, a, b) => {
          const [fine, coarse] = a < b ? [a, b] : [b, a];
          expect(cellOf(cellOf(place, fine, own), coarse, own, fine)).toEqual(cellOf(place, coarse, own));
        },
      ),
    );
  });

  it("still contain the person, though less exactly", () => {
    fc.assert(
      fc.property(anywhere, turns, fc.constantFrom(...PRECISIONS), (place, own, precision) => {
        // At the poles of a grid, where cells are longest: √3/2 of this size and of each finer one.
        const most = PRECISIONS.filter((size) => size <= precision).reduce((sum, size) => sum + size, 0) * 0.9;
        expect(kilometres(cellOf(place, precision, own), place)).toBeLessThan(most);
      }),
    );
  });

  it("are derived from the previous cell when only the size grows, even slightly outside its border", () => {
    fc.assert(
      fc.property(turns, fc.double({ min: 0, max: 0.4, noNaN: true }), (own, km) => {
        const held: Secrets = { ...own, margin: () => 0.25 };
        const now = { now: NOON, chance: 0.5, limits: false };
        const first = decide(null, claim(HOME, NOON), held, now);
        if (!first.ok) throw new Error("refused");
        const before: Sharing = { spots: first.spots, moves: [], last: first.mine, version: 1, joinedAt: 0 };
        const still = decide(before, claim(east(km), NOON), held, now);
        const coarser = decide(before, claim(east(km), NOON, 5), held, now);
        if (!still.ok || !coarser.ok) throw new Error("refused");
        fc.pre(still.mine.latitude === first.mine.latitude && still.mine.longitude === first.mine.longitude);
        expect(coarser.mine).toMatchObject(cellOf(first.mine, 5, held, 2));
      }),
    );
  });
});

describe("the position that a browser sends", () => {
  it("is at most half a kilometre off at the finest precision, and rounding it again changes nothing", () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(place, fc.constantFrom(...PRECISIONS), (there, precision) => {
        const sent = roundForSending(there, precision);
        expect(kilometres(sent, there)).toBeLessThan(precision * 0.25);
        expect(roundForSending(sent, precision)).toEqual(sent);
        expect(LocationInput.safeParse({ ...sent, precision_km: precision }).success).toBe(true);
      }),
    );
  });
});

describe("bands", () => {
  it("begin at zero when they are no wider than the coarser cell", () => {
    expect(bandSpan(0, 2)).toEqual({ band: "lt2", from_km: 0, to_km: 2 });
    expect(bandSpan(1, 2)).toEqual({ band: "2_5", from_km: 2, to_km: 5 });
    expect(bandSpan(1, 5)).toEqual({ band: "2_5", from_km: 0, to_km: 5 });
    expect(bandSpan(3, 25)).toEqual({ band: "10_25", from_km: 0, to_km: 25 });
    expect(bandSpan(4, 25)).toEqual({ band: "25_50", from_km: 25, to_km: 50 });
  });
});

describe("the search radius", () => {
  it("grows until enough people are found or the whole Earth is searched, and never without need", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 20_000, noNaN: true }),
        fc.nat(50),
        fc.integer({ min: 1, max: 50 }),
        (radius, found, wanted) => {
          const next = nextRadius(radius, found, wanted);
          const least = found >= wanted ? null : Math.min(radius * 1.4, 20_038);
          expect(least === null ? next === null : next !== null && next >= least).toBe(true);
        },
      ),
    );
    expect(nextRadius(20_038, 0, 1)).toBeNull();
  });
});
