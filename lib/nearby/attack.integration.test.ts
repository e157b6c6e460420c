import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { kilometres } from "@/lib/nearby/grid";
import { nearbyPage, ownLocation } from "@/lib/nearby/reads";
import type { Neighbour, Coordinates } from "@/lib/nearby/schema";
import { shareLocation } from "@/lib/nearby/writes";
import { seeded } from "@/lib/seeded";
import { isFull } from "@/testing/full";
import { ask } from "@/testing/graph";
import { makePeople, type TestPerson } from "@/testing/people";
import { ownPlace } from "@/testing/places";
import { offsetBy, locate, median, type Hint } from "@/testing/trilateration";
import { beginWith } from "@/testing/change-env";

/** The number of queries; each returns all victims, so this many observations are made of each of them. */
const QUERIES = isFull ? 2_000 : 600;
/** How close (km) the median guess comes to the stored place; otherwise the attack is too weak to prove anything. */
const GOOD = isFull ? 0.1 : 0.3;
const [VICTIMS, ATTACKERS, TOWN] = [24, 10, 12];

const city = ownPlace();
const random = seeded(Math.floor(Math.random() * 2 ** 32));
const within = (km: number): Coordinates => offsetBy(city, (2 * random() - 1) * km, (2 * random() - 1) * km);

interface Victim extends TestPerson {
  home: Coordinates;
  hints: Hint[];
}
let victims: Victim[];
let attackers: TestPerson[];

/**
 * Puts attackers at arbitrary exact places without delay. Real users cannot do that, since every honest claim is
 * rounded, rate-limited, speed-limited and delayed.
 */
async function forge(places: Coordinates[]): Promise<void> {
  const rows = places.map((place, n) => ({ id: attackers[n]?.id, ...place }));
  await ask(
    `UNWIND $rows AS row MATCH (p:Person {id: row.id}) MERGE (p)-[:SHARES]->(h:Sharing {personId: row.id})
     SET h.version = 1, h.moves = []
     MERGE (p)-[:HAS_SPOT]->(s:Spot {at: 0}) SET s.precision = 2, s.from = 0, s.until = 9000000000000, s.shuffleKey = 1,
       s.point = point({latitude: row.latitude, longitude: row.longitude}) RETURN count(s) AS count`,
    { rows },
    z.unknown(),
  );
}

/** Queries once from each place, and records for each victim what was observed, also that nothing was. */
async function query(places: Coordinates[]): Promise<Neighbour[][]> {
  await forge(places);
  const pages = await Promise.all(attackers.map(({ id }) => nearbyPage(id, VICTIMS + ATTACKERS, null)));
  pages.forEach(({ neighbours }, n) => {
    const heard = new Map(neighbours.map((neighbour) => [neighbour.account.id, neighbour]));
    for (const { id, hints } of victims) {
      const { from_km: from, to_km: below } = heard.get(id) ?? { from_km: 50, to_km: 20_000 };
      hints.push({ at: places[n] ?? city, from, below });
    }
  });
  return pages.map(({ neighbours }) => neighbours);
}

/** The band that most of these people are in, by its outer edge. */
function mostIn(neighbours: Neighbour[]): number | undefined {
  const bands = neighbours.map(({ to_km: to }) => to);
  const count = (band: number) => bands.filter((other) => other === band).length;
  return bands.toSorted((a, b) => count(b) - count(a))[0];
}

beforeAll(async () => {
  beginWith({ BARKER_RATE_LIMITS: "off" });
  attackers = await makePeople(ATTACKERS);
  victims = [];
  while (victims.length < VICTIMS) {
    const more = await makePeople(6);
    victims.push(...more.map((person) => ({ ...person, home: within(TOWN), hints: [] })));
  }
  for (const { id, home } of victims) await shareLocation(id, { ...home, precision_km: 2, hours: 12 });
});
afterAll(async () => {
  const ids = [...attackers, ...victims].map(({ id }) => id);
  await ask(
    "UNWIND $ids AS id MATCH (:Person {id: id})-[:HAS_SPOT]->(s) DETACH DELETE s RETURN count(*)",
    { ids },
    z.unknown(),
  );
  await driver().close();
});

describe("an attacker with as many accounts and places as they like", () => {
  it("finds the centre of a cell, and no victim more precisely than their cell", { timeout: 600_000 }, async () => {
    for (let asked = 0; asked < QUERIES / 2; asked += ATTACKERS) await query(attackers.map(() => within(2 * TOWN)));
    // Then around each victim, where a band could end: each query halves the area of uncertainty.
    const guesses = victims.map(({ hints }) => locate(hints, city, 1.5 * TOWN));
    for (let asked = 0; asked < QUERIES / 2; asked += ATTACKERS) {
      const aims = attackers.map((_, n) => {
        const guess = guesses[(asked / ATTACKERS + n * 4) % VICTIMS] ?? city;
        const [bearing, edge] = [2 * Math.PI * random(), [2, 5, 10][n % 3] ?? 2];
        return offsetBy(guess, edge * Math.cos(bearing), edge * Math.sin(bearing));
      });
      await query(aims);
    }
    const found = victims.map(({ hints }) => locate(hints, city, 1.5 * TOWN));
    const stored = await Promise.all(victims.map(({ id }) => ownLocation(id)));
    // The attack is strong enough: it finds what is stored.
    expect(median(found.map((place, n) => kilometres(place, stored[n] ?? city)))).toBeLessThan(GOOD);
    const errors = found.map((place, n) => kilometres(place, victims[n]?.home ?? city));
    expect(victims[0]?.hints).toHaveLength(QUERIES);
    // In a square of 2 km, half of all points are more than 0.8 km from the centre; two dozen samples scatter around that.
    expect(median(errors)).toBeGreaterThan(0.55);
    expect(median(await manyErrors())).toBeGreaterThan(0.7);
  });

  it("learns nothing from the order inside a band", async () => {
    // The stored places are read again, because the test before moved them.
    const stored = await Promise.all(victims.map(({ id }) => ownLocation(id)));
    const away = stored.map((place) => kilometres(place ?? city, city));
    const isVictim = new Set(victims.map(({ id }) => id));
    const ranks = victims.map(() => 0);
    let fullest: number | undefined;
    for (let round = 0; round < 4; round++) {
      const pages = await query(attackers.map(() => city));
      // The attackers are left out: they are all in one place and would fill a band without revealing anything.
      fullest ??= mostIn((pages[0] ?? []).filter(({ account }) => isVictim.has(account.id)));
      for (const neighbours of pages) {
        const band = neighbours.filter(({ to_km: to }) => to === fullest).map(({ account }) => account.id);
        victims.forEach(({ id }, n) => {
          const rank = band.indexOf(id);
          if (rank !== -1) ranks[n] = (ranks[n] ?? 0) + rank / band.length;
        });
      }
      expect(pages[0]?.map(({ account }) => account.id)).not.toEqual(pages[1]?.map(({ account }) => account.id));
    }
    const seen = ranks.flatMap((rank, n) => (rank > 0 ? [{ rank, away: away[n] ?? 0 }] : []));
    expect(seen.length).toBeGreaterThan(5);
    expect(Math.abs(correlation(seen))).toBeLessThan(0.75);
  });
});

/** The distance of many people from their stored place: the error that remains for an attack that finds every one. */
async function manyErrors(): Promise<number[]> {
  const errors: number[] = [];
  for (const { id } of victims) {
    for (let move = 0; move < 12; move++) {
      const there = within(TOWN);
      errors.push(kilometres(await shareLocation(id, { ...there, precision_km: 2, hours: 12 }), there));
    }
  }
  return errors;
}

function correlation(pairs: { rank: number; away: number }[]): number {
  const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [r, a] = [mean(pairs.map(({ rank }) => rank)), mean(pairs.map(({ away }) => away))];
  const spread = (of: (pair: { rank: number; away: number }) => number) =>
    Math.sqrt(mean(pairs.map((pair) => of(pair) ** 2)));
  const both = mean(pairs.map(({ rank, away }) => (rank - r) * (away - a)));
  return both / (spread(({ rank }) => rank - r) * spread(({ away }) => away - a));
}
