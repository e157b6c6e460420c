import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { env } from "@/lib/env";
import type { Random } from "@/lib/seeded";
import { withIntegers } from "@/lib/neo4j";
import { normal } from "@/local/town/chance";

const BATCH = 10_000;
const Rows = z.object({ count: z.number() });

/** The id of a planted person, derived from their index. */
export const plantedId = (place: number): string => String(1_500_000_000_000_000_000n + BigInt(place));

/** Runs a write query for each batch of rows. */
export async function inBatches(query: string, rows: readonly unknown[]): Promise<void> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    for (let at = 0; at < rows.length; at += BATCH) {
      const { records } = await session.run(query, withIntegers({ rows: rows.slice(at, at + BATCH) }));
      Rows.parse(records[0]?.toObject());
    }
  } finally {
    await session.close();
  }
}

/** Creates people with only the required properties. */
export async function plantPeople(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, place) => {
    const handle = `planted${place}`;
    const drawn = { portrait: "", header: "", bio: "" };
    const choices = { bot: false, locked: false, discoverable: true };
    return {
      id: plantedId(place),
      handle,
      handleKey: handle,
      name: handle,
      at: 1_700_000_000_000,
      ...drawn,
      ...choices,
    };
  });
  await inBatches("UNWIND $rows AS row CREATE (p:Person) SET p = row RETURN count(*) AS count", rows);
}

/**
 * Random follows among `people`: `mean` each (log-normal, so a few people follow very many), half of them among
 * neighbours on a ring, half among popular people (popularity of the n-th is 1/n^0.7).
 */
export function followPairs(people: number, mean: number, random: Random): [number, number][] {
  const pairs: [number, number][] = [];
  for (let from = 0; from < people; from++) {
    const wanted = Math.min(1_900, Math.max(1, Math.round(mean * Math.exp(0.8 * normal(random) - 0.32))));
    const chosen = new Set<number>();
    for (let tries = 0; chosen.size < wanted && tries < 4 * wanted; tries++) {
      const near = Math.round(from + 3 * mean * normal(random));
      const known = Math.floor(people * random() ** (1 / 0.3));
      const to = random() < 0.5 ? (near + people) % people : (known * 7_919) % people;
      if (to !== from && to >= 0) chosen.add(to);
    }
    for (const to of chosen) pairs.push([from, to]);
  }
  return pairs;
}

/** Writes follows to the graph. */
export async function plantFollows(pairs: readonly [number, number][]): Promise<void> {
  await inBatches(
    `UNWIND $rows AS row MATCH (a:Person {id: row[0]}) MATCH (b:Person {id: row[1]})
     CREATE (a)-[:FOLLOWS {at: 0, id: row[0]}]->(b) RETURN count(*) AS count`,
    pairs.map(([from, to]) => [plantedId(from), plantedId(to)]),
  );
}
