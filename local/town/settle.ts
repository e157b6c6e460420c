import type { ManagedTransaction } from "neo4j-driver";
import { DEMO_HANDLE } from "@/lib/auth/demo";
import { env } from "@/lib/env";
import { cypher, driver, parameters } from "@/lib/neo4j";
import type { TownBark } from "@/local/town/bark";
import { develop } from "@/local/town/develop";
import { townCards } from "@/local/town/links";
import type { Town } from "@/local/town/people";
import {
  actRows,
  barkRows,
  idMaker,
  linkRows,
  listRows,
  packRows,
  peopleRows,
  pictureRows,
  reactionRows,
  reportRows,
} from "@/local/town/rows";

interface Step {
  query: string;
  rows: unknown[];
}

/** Roughly how many nodes and relationships one query creates. */
const BATCH = 4_000;

/**
 * Writes a whole town in batches of one transaction, so that it exists completely or not at all, also when the process
 * is killed in between.
 * @returns false when there were people already; then nothing is written
 */
export async function settle(town: Town): Promise<boolean> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    return await session.executeWrite(
      async (tx) => {
        const { records } = await tx.run(cypher("town/is_settled"), parameters({ visitor: DEMO_HANDLE }));
        if (records[0]?.get("settled") === true) return false;
        await moveIn(tx, town);
        return true;
      },
      { timeout: 120_000 },
    );
  } finally {
    await session.close();
  }
}

/** Writes a town, and the files of its pictures, which are stored before the transaction is committed. */
export async function moveIn(tx: Pick<ManagedTransaction, "run">, town: Town): Promise<void> {
  const idAt = idMaker();
  const people = town.people.map(({ joined }) => idAt(joined));
  const barks = new Map(town.barks.map((bark) => [bark, idAt(bark.at)]));
  const run = async (steps: readonly Step[]) => {
    for (const { query, rows } of steps) await tx.run(cypher(query), parameters({ rows, ids: people }));
  };
  // Drawn while the database works.
  const [developed, cards] = await Promise.all([
    develop(town.barks.flatMap(({ picture }) => picture ?? [])),
    townCards(barks),
    run(stepsOf(town, people, barks, idAt)),
  ]);
  await run(cut("town/show_pictures", pictureRows(town, people, barks, developed, idAt)));
  await run(cut("town/show_cards", cards));
}

function stepsOf(
  town: Town,
  people: readonly string[],
  barks: ReadonlyMap<TownBark, string>,
  idAt: (at: number) => string,
): Step[] {
  const ids = [...barks.values()];
  const follows = town.follows.map(({ from, to, at }) => [from, to, at, idAt(at)]);
  return [
    ...cut("town/create_people", peopleRows(town, people)),
    ...cut("town/create_follows", follows),
    ...cut("town/create_barks", barkRows(town, people, barks)),
    ...cut("town/link_barks", linkRows(town, barks, idAt)),
    ...cut(
      "town/create_likes",
      actRows(town.likes, ids, ({ at, version }) => [idAt(at), version]),
    ),
    ...cut(
      "town/create_rebarks",
      actRows(town.rebarks, ids, ({ at }) => [idAt(at), at]),
    ),
    ...cut("town/create_reactions", reactionRows(town.reactions, ids, idAt)),
    ...cut(
      "town/create_bookmarks",
      actRows(town.bookmarks, ids, ({ at }) => [idAt(at)]),
    ),
    ...cut(
      "town/create_pins",
      actRows(town.pins, ids, ({ at }) => [idAt(at)]),
    ),
    ...cut("town/create_packs", packRows(town, idAt)),
    ...cut("town/create_lists", listRows(town, idAt)),
    ...cut("town/create_reports", reportRows(town, barks, idAt)),
  ];
}

/** Splits rows into batches; a row that creates several things counts as that many. */
function cut(query: string, rows: readonly unknown[]): Step[] {
  const steps: Step[] = [];
  let room = 0;
  for (const row of rows) {
    if (room <= 0) {
      steps.push({ query, rows: [] });
      room = BATCH;
    }
    steps.at(-1)?.rows.push(row);
    room -= weightOf(row);
  }
  return steps;
}

const weightOf = (row: unknown): number =>
  typeof row === "object" && row !== null && "given" in row && Array.isArray(row.given) ? row.given.length : 1;
