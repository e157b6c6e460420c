import { describe, expect, it } from "vitest";
import { kilometres, transformOf } from "@/lib/nearby/grid";
import { cellOf, decide, roundForSending, type Secrets } from "@/lib/nearby/rules";
import type { Coordinates, Precision, Sharing } from "@/lib/nearby/schema";
import { seeded } from "@/lib/seeded";
import { offsetBy, median } from "@/testing/trilateration";

// Here the attacker knows every stored point exactly; attack.integration.test.ts shows that enough queries find it. What
// is left is to combine several stored points. The attacker knows all rules, but not the rotations of the grids.

const TOWN = { latitude: 48.2, longitude: 16.37 };
const random = seeded(7);
const MANY = 1_500;

/** The grids of a new person. */
function newGrids(): Secrets {
  const turns = new Map<Precision, ReturnType<typeof transformOf>>();
  const turn = (precision: Precision) => {
    const known = turns.get(precision) ?? transformOf([random(), random(), random()]);
    turns.set(precision, known);
    return known;
  };
  const margins = new Map<string, number>();
  const margin = (precision: Precision, { latitude, longitude }: Coordinates) => {
    const key = `${precision} ${latitude} ${longitude}`;
    const known = margins.get(key) ?? 0.1 + 0.15 * random();
    margins.set(key, known);
    return known;
  };
  return { turn, margin };
}

const somewhere = () => offsetBy(TOWN, 40 * random(), 40 * random());

/** The probability that a 2 km square around a point, rotated at random, contains a place `km` away. */
function likelihood(km: number): number {
  if (km <= 1) return 1;
  return km >= Math.SQRT2 ? 0 : 1 - (4 / Math.PI) * Math.acos(1 / km);
}

/** The most likely place of somebody whose 2 km cells, in randomly rotated grids, have these centres. */
function guess(middles: readonly Coordinates[]): Coordinates {
  const first = middles[0] ?? TOWN;
  let [sum, north, east] = [0, 0, 0];
  for (let n = -1.5; n <= 1.5; n += 0.1) {
    for (let e = -1.5; e <= 1.5; e += 0.1) {
      const there = offsetBy(first, n, e);
      const weight = middles.reduce((product, middle) => product * likelihood(kilometres(middle, there)), 1);
      [sum, north, east] = [sum + weight, north + weight * n, east + weight * e];
    }
  }
  return sum === 0 ? first : offsetBy(first, north / sum, east / sum);
}

/** The weighted mean of some points, as used for guesses from several cell sizes. */
function between(points: readonly Coordinates[], shares: readonly number[]): Coordinates {
  const mean = (of: (point: Coordinates) => number) =>
    points.reduce((sum, point, at) => sum + (shares[at] ?? 0) * of(point), 0);
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}

/** The median error (km) over many people. */
function errorOf(attack: () => { place: Coordinates; found: Coordinates }, people = MANY): number {
  return median(Array.from({ length: people }, attack).map(({ place, found }) => kilometres(place, found)));
}

const figures: string[] = [];
const note = (what: string, km: number) => {
  figures.push(`${what}: ${km.toFixed(2)} km`);
  return km;
};

describe("an attacker who knows the stored points", () => {
  it("learns no more from one size than the centre of a cell", () => {
    const one = errorOf(() => {
      const place = somewhere();
      return { place, found: cellOf(place, 2, newGrids()) };
    });
    expect(note("one person at 2 km", one)).toBeGreaterThan(0.72);
  });

  it.each([
    [2, 5],
    [2, 10],
    [5, 10],
    [5, 25],
  ] as const)("of %i and %i km is no better than the finer one alone", (fine, coarse) => {
    const people = Array.from({ length: MANY }, () => {
      const [place, own] = [somewhere(), newGrids()];
      return { place, points: [cellOf(place, fine, own), cellOf(place, coarse, own)] };
    });
    const error = (share: number) =>
      median(people.map(({ place, points }) => kilometres(place, between(points, [1 - share, share]))));
    const shares = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4];
    const best = Math.min(...shares.map(error));
    note(`${fine} and then ${coarse} km, best mix of both`, best);
    note(`${fine} km alone`, error(0));
    expect(best).toBeGreaterThan(0.97 * error(0));
  });

  it.each([
    [2, 0.6],
    [3, 0.45],
    [5, 0.34],
  ])(
    "of %i people known to be together is better where their grids are their own, and not where they are one",
    (k, most) => {
      const together = (grids: () => Secrets) =>
        errorOf(() => {
          const place = somewhere();
          return { place, found: guess(Array.from({ length: k }, () => cellOf(place, 2, grids()))) };
        }, MANY / 3);
      const apart = note(`${k} people together, grids of their own`, together(newGrids));
      const linked = errorOf(() => {
        const [place, own] = [somewhere(), newGrids()];
        return { place, found: guess(Array.from({ length: k }, () => cellOf(place, 2, own))) };
      }, MANY / 3);
      expect(apart).toBeLessThan(most);
      expect(note(`${k} people together, one grid`, linked)).toBeGreaterThan(0.7);
    },
  );

  it("learns no more from fifty shares of one place, hidden in between, with receiver noise", () => {
    const cells: number[] = [];
    const error = errorOf(() => {
      const [place, own] = [somewhere(), newGrids()];
      const seen = new Map<string, Coordinates>();
      let sharing: Sharing | null = null;
      for (let turn = 0; turn < 50; turn++) {
        const noisy = offsetBy(place, 0.06 * (random() - 0.5), 0.06 * (random() - 0.5));
        const claim = { place: roundForSending(noisy, 2), precision: 2 as const, until: Number.MAX_SAFE_INTEGER };
        const now = turn * 3_600_000;
        const decision = decide(sharing, claim, own, { now, chance: 0.5, limits: true });
        if (!decision.ok) continue;
        const { spots, moves, mine } = decision;
        seen.set(`${mine.latitude} ${mine.longitude}`, mine);
        sharing = { spots: turn % 2 === 0 ? [] : spots, moves, last: mine, version: turn, joinedAt: 0 };
      }
      cells.push(seen.size);
      const points = [...seen.values()];
      return {
        place,
        found: between(
          points,
          points.map(() => 1 / points.length),
        ),
      };
    }, MANY / 3);
    const two = cells.filter((count) => count > 1).length / cells.length;
    figures.push(`people seen in a second cell: ${(100 * two).toFixed(1)} %`);
    expect(two).toBeLessThan(0.04);
    expect(note("fifty shares from one place", error)).toBeGreaterThan(0.72);
  });

  it("is left with the documented errors", () => {
    console.info(figures.join("\n"));
    expect(figures.length).toBeGreaterThan(10);
  });
});
