import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { plantPeople } from "@/bench/population";
import { pidsOf } from "@/bench/faults/processes";
import type { Figure } from "@/bench/figures";
import { origin } from "@/bench/http";
import { inBatches } from "@/bench/plant";
import { idAt, newId } from "@/lib/ids";
import { until } from "@/testing/until";

const PEOPLE = 5_000;
const EACH = 20;
/** As long as the average bark of the demo town. */
const TEXT = "The baker by the bridge has put a chair outside, and whoever sits in it gets the first roll of the day. ";

/**
 * Disk space of the graph: bytes per person, follow, bark and like, indexes included. The store files grow by whole
 * pages, so enough of each are created.
 */
export async function benchBytes(): Promise<Figure[]> {
  const folder = process.env["BARKER_DATA"];
  if (!folder) throw new Error("BARKER_DATA is not set");
  const size = async () => (await writeDown(), bytesIn(join(folder, "neo4j", "data", "databases", "neo4j")));
  const sizes = [await size()];
  const people: string[] = [];
  while (people.length < PEOPLE) people.push(...(await plantPeople(250)));
  sizes.push(await size());
  const pairs = people.flatMap((from, at) => next(people, at, EACH).map((to) => [from, to, newId()]));
  await inBatches(
    `UNWIND $rows AS row MATCH (a:Person {id: row[0]}) MATCH (b:Person {id: row[1]})
     CREATE (a)-[:FOLLOWS {at: timestamp(), id: row[2]}]->(b) RETURN count(*) AS count`,
    pairs,
  );
  sizes.push(await size());
  const now = Date.now();
  const barks = people.flatMap((authorId, at) =>
    Array.from({ length: EACH }, (_, index) => {
      const id = idAt(now - (at * EACH + index) * 1_000);
      const what = { audience: "public", language: "en", thread: id, at: now };
      return { id, authorId, text: `${TEXT}${index}`, ...what };
    }),
  );
  await inBatches(
    `UNWIND $rows AS row MATCH (a:Person {id: row.authorId})
     CREATE (a)-[:BARKED]->(b:Bark) SET b = row RETURN count(*) AS count`,
    barks,
  );
  sizes.push(await size());
  await inBatches(
    `UNWIND $rows AS row MATCH (a:Person {id: row[0]}) MATCH (b:Bark {id: row[1]})
     CREATE (a)-[:LIKES {id: row[2], authorId: b.authorId, version: 0}]->(b) RETURN count(*) AS count`,
    barks.map(({ id }, at) => [people[(at * 7) % PEOPLE], id, newId()]),
  );
  sizes.push(await size());
  return ["person", "follow", "bark", "like"].map((what, index) => ({
    what: `bytes in Neo4j of a ${what}`,
    value: ((sizes[index + 1] ?? 0) - (sizes[index] ?? 0)) / (what === "person" ? PEOPLE : PEOPLE * EACH),
    unit: "bytes",
  }));
}

/** The next `count` elements, wrapping around at the end. */
function next<T>(all: T[], at: number, count: number): T[] {
  return Array.from({ length: count }, (_, step) => all[(at + step + 1) % all.length]).flatMap((one) => one ?? []);
}

/** Makes Neo4j flush everything by shutting it down; the launcher restarts it. */
async function writeDown(): Promise<void> {
  const [pid] = pidsOf("neo4j");
  if (pid === undefined) throw new Error("Neo4j does not run on this machine");
  process.kill(pid, "SIGTERM");
  await until(() => !pidsOf("neo4j").includes(pid) && pidsOf("neo4j").length > 0, 120_000);
  const isReady = () =>
    fetch(`${origin}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(isReady, 120_000);
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
}
