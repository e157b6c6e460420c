import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { findable, kilometres, wrap } from "@/lib/nearby/grid";
import { nearest } from "@/lib/nearby/reads";
import type { Coordinates } from "@/lib/nearby/schema";
import { freshHandle } from "@/testing/people";
import { ask } from "@/testing/graph";

const TOWNS = 300;
const run = freshHandle();

const unit = fc.double({ min: 0, max: 1, noNaN: true });
/** Centres of towns: anywhere, across the antimeridian, around the poles, on the equator. */
const centre = fc.oneof(
  fc
    .tuple(unit, unit)
    .map(([a, b]) => ({ latitude: (Math.asin(2 * a - 1) * 180) / Math.PI, longitude: 360 * b - 180 })),
  unit.map((a) => ({ latitude: 150 * a - 75, longitude: 180 })),
  fc
    .tuple(fc.constantFrom(-1, 1), unit, unit)
    .map(([side, a, b]) => ({ latitude: side * (90 - a), longitude: 360 * b - 180 })),
  fc.constantFrom({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 }, { latitude: 0, longitude: -180 }),
);
/** A place in a town: from next door to some hundreds of kilometres away. */
const around = ({ latitude, longitude }: Coordinates) =>
  fc.tuple(unit, unit, unit).map(([far, bearing, flat]): Coordinates => {
    const [degrees, angle] = [10 ** (-4 + 4.5 * far), 2 * Math.PI * bearing];
    const lat = Math.max(-90, Math.min(90, latitude + degrees * Math.cos(angle) * flat));
    const widening = Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    return findable({ latitude: lat, longitude: wrap(longitude + (degrees * Math.sin(angle)) / widening) });
  });
const town = centre.chain((middle) => fc.array(around(middle), { minLength: 1, maxLength: 12 }));

const towns = fc.sample(town, TOWNS);
const spots = towns.flat().map((place, n) => ({ id: `${run}-${n}`, place }));

beforeAll(async () => {
  const rows = spots.map(({ id, place }) => ({ id, ...place }));
  await ask(
    `UNWIND $rows AS row
     CREATE (p:Person {id: row.id, handle: row.id, handleKey: row.id, name: '', bio: '', portrait: '', header: '',
       at: 0, bot: false, locked: false, discoverable: false})-[:HAS_SPOT]->(s:Spot {precision: 2, from: 0, shuffleKey: 1,
       point: point({latitude: row.latitude, longitude: row.longitude}), until: 9000000000000})
     RETURN count(s) AS count`,
    { rows },
    z.unknown(),
  );
});

afterAll(async () => {
  await ask(
    "MATCH (p:Person)-[:HAS_SPOT]->(s:Spot) WHERE p.id STARTS WITH $run DETACH DELETE p, s RETURN count(s) AS count",
    { run },
    z.unknown(),
  );
  await driver().close();
});

describe("the nearest people", () => {
  it("equal the result of an exhaustive search, in any town on Earth", async () => {
    const from = fc.oneof(
      fc.constantFrom(...towns).chain(([first]) => around(first ?? { latitude: 0, longitude: 0 })),
      centre,
    );
    await fc.assert(
      fc.asyncProperty(from, fc.integer({ min: 1, max: 60 }), async (here, count) => {
        const found = await nearest(here, count);
        expect(found).toHaveLength(count);
        const metres = found.map((row) => row.metres);
        expect(metres).toEqual(metres.toSorted((a, b) => a - b));
        // Other tests share places here too, so only our own people within the result's radius have to be there.
        const reach = metres.at(-1) ?? 0;
        const all = spots.map(({ id, place }) => ({ id, away: kilometres(here, place) * 1_000 }));
        const mine = new Map(found.filter(({ id }) => id.startsWith(run)).map((row) => [row.id, row.metres]));
        for (const { id, away } of all) {
          const said = mine.get(id);
          const fits = said === undefined ? away > reach - 0.01 : Math.abs(said - away) < 0.01 && away < reach + 0.01;
          expect({ id, away, said, reach, fits }).toMatchObject({ fits: true });
        }
      }),
      { numRuns: 250 },
    );
  });
});
