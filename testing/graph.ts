import { z } from "zod";
import { env } from "@/lib/env";
import { idAt } from "@/lib/ids";
import { driver, withIntegers, IdRow } from "@/lib/neo4j";

/** Runs a query that the app does not have, to check what the graph contains. */
export async function ask<Row>(query: string, params: Record<string, unknown>, row: z.ZodType<Row>): Promise<Row[]> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    const { records } = await session.run(query, withIntegers(params));
    return records.map((record) => row.parse(record.toObject()));
  } finally {
    await session.close();
  }
}

const Count = z.object({ count: z.number() });

/** The number of matches of a pattern, such as "(:Person {id: $id})-[:FOLLOWS]->()". */
export async function count(pattern: string, params: Record<string, unknown>): Promise<number> {
  const [row] = await ask(`MATCH ${pattern} RETURN count(*) AS count`, params, Count);
  return row?.count ?? 0;
}

/**
 * Creates past barks, `gap` ms apart up to `until` (Unix ms), in the graph only: nothing is delivered.
 * @returns their ids, newest first
 */
export async function plantBarks(
  authorId: string,
  howMany: number,
  { until = Date.now() - 60_000, gap = 1_000 } = {},
): Promise<string[]> {
  const barks = Array.from({ length: howMany }, (_, index) => {
    const at = until - index * gap;
    return { id: idAt(at), at, text: `Bark ${index}`, words: `bark ${index}`, audience: "public", authorId };
  });
  await ask(
    "MATCH (p:Person {id: $authorId}) UNWIND $barks AS bark CREATE (p)-[:BARKED]->(b:Bark) SET b = bark RETURN b.id AS id LIMIT 1",
    { authorId, barks },
    IdRow,
  );
  return barks.map(({ id }) => id);
}
