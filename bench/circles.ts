import { z } from "zod";
import type { Figure } from "@/bench/figures";
import { neo4jPid } from "@/bench/nearby";
import { followPairs, plantedId, plantFollows, plantPeople } from "@/bench/plant";
import { residentMb } from "@/bench/rivals/memory";
import { startPostgres, type Postgres } from "@/bench/rivals/postgres";
import { alone } from "@/bench/rivals/rounds";
import { START_CURSOR, EXPANSION_LIMITS } from "@/lib/circles/rules";
import { read } from "@/lib/neo4j";
import { seeded } from "@/lib/seeded";

const [PEOPLE, MEAN, QUERIES] = [20_000, 50, 24];
/** The maximum time (ms) for a page of the second and third circle. */
const MOST = [4, 20];
const Row = z.object({ id: z.string(), ways: z.number() });

/** Circles of 20,000 people with a million follows, compared with recursive queries in PostgreSQL. */
export async function benchCircles(): Promise<Figure[]> {
  const pairs = followPairs(PEOPLE, MEAN, seeded(1));
  await plantPeople(PEOPLE);
  await plantFollows(pairs);
  const postgres = await startPostgres();
  try {
    const rival = postgres && (await inPostgres(postgres, pairs));
    const beside = (value: number | undefined) =>
      rival ? `PostgreSQL ${value?.toFixed(1)} ms` : "PostgreSQL is not installed";
    const random = seeded(4);
    const somebody = () => Math.floor(random() * PEOPLE);
    const figures: Figure[] = [];
    for (const [degree, query] of (["circles/second", "circles/third", "circles/fourth"] as const).entries()) {
      const { p50, p95 } = await alone(degree === 0 ? 4 * QUERIES : QUERIES, () => circle(query, somebody()));
      const theirs = rival?.circles[degree];
      const what = `circle ${degree + 2} of 20,000, a page of 20`;
      const most = MOST[degree];
      const target = most === undefined ? {} : { target: { most } };
      figures.push({ what: `${what}, p50`, value: p50, unit: "ms", ...target, rival: beside(theirs?.p50) });
      figures.push({ what: `${what}, p95`, value: p95, unit: "ms", rival: beside(theirs?.p95) });
    }
    await verify(postgres, somebody());
    const path = await alone(2 * QUERIES, () =>
      read("circles/path", { viewerId: plantedId(somebody()), personId: plantedId(somebody()), now: 0 }, z.unknown()),
    );
    figures.push({ what: "path between any two, p50", value: path.p50, unit: "ms", rival: beside(rival?.path.p50) });
    figures.push({ what: "path between any two, p95", value: path.p95, unit: "ms", rival: beside(rival?.path.p95) });
    const megabytes = postgres ? `PostgreSQL ${residentMb(postgres.pid).toFixed(0)} MB` : "";
    figures.push({
      what: "Neo4j's memory with a million follows",
      value: residentMb(neo4jPid()),
      unit: "MB",
      rival: megabytes,
    });
    return figures;
  } finally {
    await postgres?.stop();
  }
}

function circle(query: "circles/second" | "circles/third" | "circles/fourth", place: number) {
  return read(query, { viewerId: plantedId(place), now: 0, ...EXPANSION_LIMITS, ...START_CURSOR, limit: 20 }, Row);
}

const SECOND = `PREPARE second (int) AS
  WITH first AS MATERIALIZED (SELECT followee AS p FROM follows WHERE follower = $1)
  SELECT f.followee, count(*) AS ways, pe.followers FROM first JOIN follows f ON f.follower = first.p
  JOIN people pe ON pe.id = f.followee
  WHERE f.followee <> $1 AND NOT EXISTS (SELECT 1 FROM first x WHERE x.p = f.followee)
  GROUP BY f.followee, pe.followers ORDER BY ways DESC, pe.followers, f.followee LIMIT 20`;

/** The people one step beyond those that are reached in fewer steps. */
const further = (name: string, degree: number) => `PREPARE ${name} (int) AS
  WITH RECURSIVE reach(p, d) AS (
    SELECT $1, 0 UNION
    SELECT f.followee, d + 1 FROM reach JOIN follows f ON f.follower = reach.p WHERE d < ${degree - 1}),
  near AS MATERIALIZED (SELECT p, min(d) AS d FROM reach GROUP BY p)
  SELECT f.followee, count(*) AS ways, pe.followers FROM near
  JOIN follows f ON f.follower = near.p AND near.d = ${degree - 1}
  JOIN people pe ON pe.id = f.followee LEFT JOIN near known ON known.p = f.followee
  WHERE known.p IS NULL GROUP BY f.followee, pe.followers ORDER BY ways DESC, pe.followers, f.followee LIMIT 20`;

/** A bidirectional search is not possible in one recursive query, so this one searches from one end. */
const PATH = `PREPARE path (int, int) AS
  WITH RECURSIVE reach(p, d) AS (
    SELECT $1, 0 UNION SELECT f.followee, d + 1 FROM reach JOIN follows f ON f.follower = reach.p WHERE d < 4)
  SELECT d FROM reach WHERE p = $2 ORDER BY d LIMIT 1`;

async function inPostgres(postgres: Postgres, pairs: readonly [number, number][]) {
  const wire = await postgres.connect();
  await wire.query(
    "CREATE TABLE follows (follower int, followee int); CREATE TABLE people (id int PRIMARY KEY, followers int)",
  );
  await postgres.load("follows", pairs);
  await wire.query(
    "ALTER TABLE follows ADD PRIMARY KEY (follower, followee); CREATE INDEX ON follows (followee, follower)",
  );
  await wire.query(
    `INSERT INTO people SELECT i, (SELECT count(*) FROM follows WHERE followee = i)
     FROM generate_series(0, ${PEOPLE - 1}) i`,
  );
  await wire.query("VACUUM ANALYZE follows");
  await wire.query("VACUUM ANALYZE people");
  await wire.query([SECOND, further("third", 3), further("fourth", 4), PATH].join(";"));
  const random = seeded(4);
  const somebody = () => Math.floor(random() * PEOPLE);
  const circles = [];
  for (const [name, times] of [
    ["second", 4 * QUERIES],
    ["third", QUERIES],
    ["fourth", QUERIES / 3],
  ] as const) {
    circles.push(await alone(times, () => wire.query(`EXECUTE ${name} (${somebody()})`)));
  }
  const path = await alone(QUERIES / 3, () => wire.query(`EXECUTE path (${somebody()}, ${somebody()})`));
  wire.end();
  return { circles, path };
}

/** Both must return the same second circle, or the comparison is worthless. */
async function verify(postgres: Postgres | null, place: number): Promise<void> {
  if (!postgres) return;
  const wire = await postgres.connect();
  const theirs = await wire.query(`${SECOND}; EXECUTE second (${place})`);
  wire.end();
  const ours = await circle("circles/second", place);
  const same = ours.every(
    ({ id, ways }, rank) => id === plantedId(Number(theirs[rank]?.[0])) && ways === Number(theirs[rank]?.[1]),
  );
  if (!same || ours.length !== theirs.length) throw new Error("the two second circles differ");
}
