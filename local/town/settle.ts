import { references } from "@/lib/barks/rules";
import { env } from "@/lib/env";
import { idAt } from "@/lib/ids";
import { cypher, driver, withIntegers } from "@/lib/neo4j";
import { handleKey } from "@/lib/people/rules";
import type { Town } from "@/local/town/people";

type Row = Record<string, unknown>;

const BATCH = 4_000;

/**
 * Writes a whole town in batches of one transaction: either everybody lives here afterwards or
 * nobody, also when the process is killed in between.
 * @returns false when somebody lived here already; then nothing is written
 */
export async function settle(town: Town): Promise<boolean> {
  const ids = town.people.map(({ joined }) => idAt(joined));
  const steps = batches(town, ids);
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    return await session.executeWrite(
      async (tx) => {
        const { records } = await tx.run(cypher("town/is_settled"));
        if (records[0]?.get("settled") === true) return false;
        for (const { query, rows } of steps) await tx.run(cypher(query), withIntegers({ rows, ids }));
        return true;
      },
      { timeout: 60_000 },
    );
  } finally {
    await session.close();
  }
}

function batches(town: Town, ids: readonly string[]): { query: string; rows: unknown[] }[] {
  const cut = (query: string, rows: unknown[]) =>
    Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) => ({
      query,
      rows: rows.slice(i * BATCH, (i + 1) * BATCH),
    }));
  return [
    ...cut("town/create_people", peopleRows(town, ids)),
    ...cut(
      "town/create_follows",
      town.follows.map(({ from, to, at }) => [from, to, at]),
    ),
    ...cut("town/create_barks", barkRows(town, ids)),
  ];
}

function peopleRows({ people, barks }: Town, ids: readonly string[]): Row[] {
  const lastBark = new Map(barks.map(({ by, at }) => [by, at]));
  return people.map(({ handle, name, bio, portrait, header, joined }, i) => {
    const at = lastBark.get(i);
    return {
      id: ids[i],
      handle,
      handleKey: handleKey(handle),
      name,
      bio,
      portrait,
      header,
      at: joined,
      bot: false,
      locked: false,
      discoverable: true,
      lastBarkAt: at === undefined ? null : at,
    };
  });
}

const barkRows = ({ barks }: Town, ids: readonly string[]): Row[] =>
  barks.map(({ by, text, at }) => ({
    bark: { id: idAt(at), authorId: ids[by], text, at, audience: "public", language: "en" },
    ...references(text),
  }));
