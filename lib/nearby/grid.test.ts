import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centreOf, isWithinCell, kilometres, transformOf, IDENTITY_TRANSFORM, wrap } from "@/lib/nearby/grid";
import { PRECISIONS, type Coordinates } from "@/lib/nearby/schema";
import { seeded } from "@/lib/seeded";

/** Anywhere, and often where spherical arithmetic goes wrong. */
const latitude = fc.oneof(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.constantFrom(-90, 90, 0, 89.9999, -89.9999),
);
const longitude = fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, 180, 0, 179.9999));
const place = fc.record({ latitude, longitude });
const unit = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const turn = fc.oneof(fc.constant(IDENTITY_TRANSFORM), fc.tuple(unit, unit, unit).map(transformOf));
const size = fc.constantFrom(...PRECISIONS);

/** Random rotations, all different. */
function turnsOf(count: number) {
  const random = seeded(7);
  return Array.from({ length: count }, () => transformOf([random(), random(), random()]));
}

/** A place some kilometres north and east of another, close enough for a flat approximation. */
const beside = ({ latitude: lat, longitude: lon }: Coordinates, north: number, east: number): Coordinates => ({
  latitude: lat + north / 111.32,
  longitude: wrap(lon + east / (111.32 * Math.cos((lat * Math.PI) / 180))),
});

describe("a cell's centre", () => {
  it("is a valid place, and its own centre", () => {
    fc.assert(
      fc.property(place, size, turn, (there, km, turned) => {
        const centre = centreOf(there, km, turned);
        expect(Math.abs(centre.latitude)).toBeLessThanOrEqual(90);
        expect(centre.longitude).toBeGreaterThanOrEqual(-180);
        expect(centre.longitude).toBeLessThan(180);
        expect(centreOf(centre, km, turned)).toEqual(centre);
      }),
    );
  });

  it("is never farther away than half a cell's diagonal, anywhere on Earth", () => {
    fc.assert(
      fc.property(place, size, turn, (there, km, turned) => {
        // Cells next to the grid's own poles are sectors, a third wider.
        expect(kilometres(there, centreOf(there, km, turned))).toBeLessThan(km * 0.95);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same for longitudes 180 and -180", () => {
    fc.assert(
      fc.property(latitude, size, turn, (lat, km, turned) => {
        const [west, east] = [-180, 180].map((lon) => centreOf({ latitude: lat, longitude: lon }, km, turned));
        expect(west).toEqual(east);
      }),
      // Exactly on the border of two cells.
      { examples: [[0, 2, [0.5545594379718153, 0, 0.832144115977746, 0]]] },
    );
  });

  it("has the same area at every latitude", () => {
    const turns = turnsOf(40);
    for (const lat of [0, 37, 60, 85]) {
      // Points 100 m apart in 6 × 6 km: a cell of 2 × 2 km holds about 400 of them.
      const held = turns.map((turned) => {
        const centre = centreOf({ latitude: lat, longitude: 20 }, 2, turned);
        const steps = Array.from({ length: 61 }, (_, step) => -3 + step / 10);
        const inside = steps.flatMap((north) =>
          steps.map((east) => beside({ latitude: lat, longitude: 20 }, north, east)),
        );
        return inside.filter((there) => {
          const own = centreOf(there, 2, turned);
          return own.latitude === centre.latitude && own.longitude === centre.longitude;
        }).length;
      });
      expect(Math.min(...held)).toBeGreaterThan(360);
      expect(Math.max(...held)).toBeLessThan(440);
    }
  });

  it("differs per person, so that no two people share borders", () => {
    const home = { latitude: 52.52, longitude: 13.405 };
    const centres = turnsOf(200).map((turned) => centreOf(home, 2, turned));
    expect(new Set(centres.map((centre) => JSON.stringify(centre))).size).toBe(200);
    const error = centres.map((centre) => kilometres(centre, home)).toSorted((a, b) => a - b);
    expect(error[100]).toBeGreaterThan(0.6);
    expect(error[100]).toBeLessThan(1);
  });
});

describe("the current cell of a person", () => {
  it("still contains them when noise carries them slightly outside, up to its margin", () => {
    fc.assert(
      fc.property(place, size, turn, (there, km, turned) => {
        fc.pre(Math.abs(there.latitude) < 89);
        const centre = centreOf(there, km, turned);
        expect(isWithinCell(there, centre, km, turned, 0.1)).toBe(true);
        expect(isWithinCell(beside(centre, 0.02 * km, -0.02 * km), centre, km, turned, 0)).toBe(true);
        expect(isWithinCell(beside(centre, km, km), centre, km, turned, 0.25)).toBe(false);
        expect(isWithinCell(there, beside(centre, 0.1, 0.1), km, turned, 0.25)).toBe(false);
      }),
    );
  });
});
