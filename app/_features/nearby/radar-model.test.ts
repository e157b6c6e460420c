import { describe, expect, it } from "vitest";
import { byBand } from "@/app/_features/nearby/bands";
import { MIDDLE, place, ringsFor } from "@/app/_features/nearby/radar-model";

const EDGES = [2, 5, 10, 25, 50];
const crowd = (count: number, to: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${to}-${index}`, to_km: to }));

describe("the picture of people nearby", () => {
  it("has the four nearest bands that a person is told, beginning with their own square", () => {
    expect(ringsFor(2, EDGES).map(({ words }) => words)).toEqual(["under 2 km", "2–5 km", "5–10 km", "10–25 km"]);
    expect(ringsFor(10, EDGES).map(({ words }) => words)).toEqual(["under 10 km", "10–25 km", "25–50 km"]);
    expect(ringsFor(25, EDGES)).toHaveLength(2);
  });

  it("keeps faces a fingertip apart, at most fourteen, each in the middle of its band", () => {
    const rings = ringsFor(2, EDGES);
    const people = EDGES.flatMap((edge) => crowd(20, edge));
    for (let day = 0; day < 40; day++) {
      const placed = place(people, rings, `somebody ${day}`);
      expect(placed.length).toBeGreaterThan(9);
      expect(placed.length).toBeLessThanOrEqual(14);
      for (const [index, { person, x, y }] of placed.entries()) {
        const away = Math.hypot(x - MIDDLE.x, y - MIDDLE.y);
        const ring = rings.findIndex(({ to_km: to }) => to === person.to_km);
        expect(away).toBeLessThan(rings[ring]?.radius ?? 0);
        expect(away).toBeGreaterThan(rings[ring - 1]?.radius ?? 0);
        for (const other of placed.slice(index + 1)) {
          expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThanOrEqual(45);
        }
      }
    }
  });

  it("chooses other directions each day, and for each viewer", () => {
    const places = ["maple 1", "maple 2", "otter 1"].map(
      (words) => place(crowd(1, 5), ringsFor(2, EDGES), words)[0]?.x,
    );
    expect(new Set(places).size).toBe(3);
    expect(place(crowd(1, 5), ringsFor(2, EDGES), "maple 1")[0]?.x).toBe(places[0]);
  });
});

describe("the list of people nearby", () => {
  it("separates people with a coarser place, and keeps the order of bands", () => {
    const people = [
      { from_km: 0, to_km: 2 },
      { from_km: 2, to_km: 5 },
      { from_km: 0, to_km: 5 },
      { from_km: 2, to_km: 5 },
    ];
    expect(byBand(people).map(({ words, people: some }) => [words, some.length])).toEqual([
      ["under 2 km", 1],
      ["2–5 km", 2],
      ["under 5 km", 1],
    ]);
  });
});
