import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Figure } from "@/bench/figures";
import { inBatches, plantedId } from "@/bench/plant";
import { residentMb } from "@/bench/rivals/memory";
import { startPostgres, type Postgres } from "@/bench/rivals/postgres";
import { alone, atOnce } from "@/bench/rivals/rounds";
import { driver } from "@/lib/neo4j";
import { kilometres } from "@/lib/nearby/grid";
import { nearest } from "@/lib/nearby/reads";
import type { Coordinates } from "@/lib/nearby/schema";
import { shareLocation } from "@/lib/nearby/writes";
import { seeded, type Random } from "@/lib/seeded";
import { DAY_MS } from "@/lib/time";
import { normal } from "@/local/town/chance";

const SIZES = [20_000, 1_000_000];
const [QUERIES, NEAREST, SECONDS, HANDS] = [300, 20, 5, 8];

/** The twenty nearest of many people, compared with PostGIS: latency, scaling, memory, and moves a second. */
export async function benchNearby(): Promise<Figure[]> {
  const postgres = await startPostgres();
  const figures: Figure[] = [];
  let [before, rivalBefore] = [0, 0];
  try {
    for (const size of SIZES) {
      const places = crowd(size, seeded(size));
      await plant(places);
      const rival = postgres && (await inPostgis(postgres, places));
      const random = seeded(3);
      const somewhere = () => places[Math.floor(random() * size)] ?? { latitude: 0, longitude: 0 };
      const ours = await alone(QUERIES, () => nearest(somewhere(), NEAREST));
      await verify(places, somewhere());
      const move = (turn: number) => {
        const there = { ...somewhere(), precision_km: 2 as const, hours: 12 + (turn % 2) };
        return shareLocation(plantedId(Math.floor(random() * size)), there);
      };
      await alone(40, move);
      const moves = await atOnce(HANDS, SECONDS, (_, turn) => move(turn));
      const people = size.toLocaleString("en");
      const beside = (text: string) => (rival ? `PostGIS ${text}` : "PostGIS is not installed");
      figures.push(
        {
          what: `20 nearest of ${people}, p50`,
          value: ours.p50,
          unit: "ms",
          target: { most: 4 },
          rival: beside(`${rival?.p50.toFixed(2)} ms`),
        },
        {
          what: `20 nearest of ${people}, p95`,
          value: ours.p95,
          unit: "ms",
          rival: beside(`${rival?.p95.toFixed(2)} ms`),
        },
        {
          what: `moves among ${people}, 8 at once`,
          value: moves,
          unit: "/s",
          rival: beside(`${rival?.moves.toFixed(0)} /s, one UPDATE each`),
        },
        {
          what: `Neo4j's memory with ${people}`,
          value: residentMb(neo4jPid()),
          unit: "MB",
          rival: beside(`${postgres ? residentMb(postgres.pid).toFixed(0) : ""} MB`),
        },
      );
      if (before > 0) {
        const grown = beside(`${((rival?.p50 ?? 0) / rivalBefore).toFixed(2)} ×`);
        figures.push({
          what: "50 × the people / base, p50",
          value: ours.p50 / before,
          unit: "×",
          target: { most: 1.5 },
          rival: grown,
        });
      }
      [before, rivalBefore] = [ours.p50, rival?.p50 ?? 0];
    }
  } finally {
    await postgres?.stop();
  }
  return figures;
}

/** People in and around three hundred towns, whose populations follow Zipf's law. */
function crowd(size: number, random: Random): Coordinates[] {
  const towns = Array.from({ length: 300 }, () => ({ latitude: 110 * random() - 50, longitude: 360 * random() - 180 }));
  return Array.from({ length: size }, () => {
    const town = towns[Math.floor(towns.length ** random()) - 1] ?? { latitude: 0, longitude: 0 };
    const far = 0.1 * Math.exp(normal(random));
    return {
      latitude: Math.max(-89, Math.min(89, town.latitude + far * normal(random))),
      longitude: Math.max(-179.9, Math.min(179.9, town.longitude + far * normal(random))),
    };
  });
}

async function plant(places: readonly Coordinates[]): Promise<void> {
  await clear("MATCH (s:Spot) CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF 20000 ROWS");
  await clear(
    "MATCH (p:Person) WHERE p.id >= $first AND p.id < $last CALL (p) { DETACH DELETE p } IN TRANSACTIONS OF 20000 ROWS",
  );
  const until = Date.now() + DAY_MS;
  await inBatches(
    `UNWIND $rows AS row
     CREATE (:Person {id: row[0]})-[:HAS_SPOT]->(:Spot {precision: 2, from: 0, at: 0, until: row[3], shuffleKey: 1,
       point: point({latitude: row[1], longitude: row[2]})}) RETURN count(*) AS count`,
    places.map(({ latitude, longitude }, place) => [plantedId(place), latitude, longitude, until]),
  );
}

async function clear(query: string): Promise<void> {
  const session = driver().session();
  await session.run(query, { first: plantedId(0), last: plantedId(10_000_000) });
  await session.close();
}

/** Checks that the measured query returns the same twenty as an exhaustive search. */
async function verify(places: readonly Coordinates[], here: Coordinates): Promise<void> {
  const found = await nearest(here, NEAREST);
  const all = places.map((place) => kilometres(here, place) * 1_000).toSorted((a, b) => a - b);
  const wrong = found.some(({ metres }, rank) => Math.abs(metres - (all[rank] ?? 0)) > 0.01);
  if (wrong || found.length < NEAREST) throw new Error("these are not the nearest");
}

async function inPostgis(postgres: Postgres, places: readonly Coordinates[]) {
  const wire = await postgres.connect();
  await wire.query(
    `CREATE EXTENSION IF NOT EXISTS postgis; DROP TABLE IF EXISTS raw, spots;
     CREATE TABLE raw (id int, lat float8, lon float8)`,
  );
  await postgres.load(
    "raw",
    places.map(({ latitude, longitude }, id) => [id, latitude, longitude]),
  );
  const point = (lon: string, lat: string) => `ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326)::geography`;
  await wire.query(`CREATE TABLE spots AS SELECT id, ${point("lon", "lat")} AS point FROM raw`);
  await wire.query("ALTER TABLE spots ADD PRIMARY KEY (id); CREATE INDEX ON spots USING gist (point)");
  await wire.query("VACUUM ANALYZE spots");
  const prepare = `PREPARE near (float8, float8) AS
      SELECT id FROM spots ORDER BY point <-> ${point("$1", "$2")} LIMIT ${NEAREST};
    PREPARE move (int, float8, float8) AS UPDATE spots SET point = ${point("$2", "$3")} WHERE id = $1`;
  await wire.query(prepare);
  const random = seeded(3);
  const at = () => {
    const { longitude, latitude } = places[Math.floor(random() * places.length)] ?? { latitude: 0, longitude: 0 };
    return `${longitude}, ${latitude}`;
  };
  const figures = await alone(QUERIES, () => wire.query(`EXECUTE near (${at()})`));
  const wires = await Promise.all(Array.from({ length: HANDS }, () => postgres.connect()));
  for (const other of wires) await other.query(prepare);
  const moves = await atOnce(HANDS, SECONDS, (hand) => {
    const id = Math.floor(random() * places.length);
    return wires[hand]?.query(`EXECUTE move (${id}, ${at()})`) ?? Promise.resolve();
  });
  for (const other of [wire, ...wires]) other.end();
  return { ...figures, moves };
}

/** The process of the measured instance's Neo4j. */
export function neo4jPid(): number {
  const Run = z.object({ neo4j: z.object({ pid: z.number() }) });
  const data = process.env["BARKER_DATA"] ?? ".barker";
  return Run.parse(JSON.parse(readFileSync(join(data, "run.json"), "utf8"))).neo4j.pid;
}
