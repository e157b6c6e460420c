import { chmodSync } from "node:fs";
import { join } from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { expect } from "vitest";
import { z } from "zod";
import { barker, settingsOf } from "@/e2e/support/installation";
import { ask } from "@/testing/graph";

/** A node with values of every kind that the graph can hold, of which only some are used by every town. */
const ODD = `{whole: 5, float: 5.0, least: -9223372036854775807, tiny: 1.0e-300, yes: true, none: '', words: ['a', 'ß', '🐦'],
  numbers: [1, 2], floats: [1.0, 2.5], empty: [], place: point({longitude: 13.4, latitude: 52.5}), flat: point({x: 1, y: -2})}`;

/** Creates such a node in the running Barker. */
export async function plantOddValues(): Promise<void> {
  await ask(
    `CREATE (n:Drill ${ODD}) CREATE (n)-[:DRILLED {at: 1.0}]->(n) RETURN 1 AS one`,
    {},
    z.object({ one: z.number() }),
  );
}

/** Compares it in another installation, where Neo4j itself says whether values and their kinds are the same. */
export async function expectOddValues(data: string): Promise<void> {
  const same = await inDatabase(data, async (own) => {
    const query = `MATCH (n:Drill)-[r:DRILLED]->(n) WITH n, r, ${ODD} AS odd
      RETURN [key IN keys(odd) WHERE n[key] <> odd[key] OR valueType(n[key]) <> valueType(odd[key])] AS differ, valueType(r.at) AS at`;
    return (await own.executeQuery(query)).records.map((record) => record.toObject());
  });
  expect(same).toEqual([{ differ: [], at: "FLOAT NOT NULL" }]);
}

async function inDatabase<T>(data: string, work: (own: Driver) => Promise<T>): Promise<T> {
  const { NEO4J_URI = "", NEO4J_PASSWORD = "" } = settingsOf(data);
  const own = neo4j.driver(NEO4J_URI, neo4j.auth.basic("neo4j", NEO4J_PASSWORD));
  try {
    return await work(own);
  } finally {
    await own.close();
  }
}

/** Breaks an installation in several ways, and has the doctor find them. */
export async function expectDiagnoses(data: string, there: NodeJS.ProcessEnv): Promise<void> {
  const diagnosis = async (more: Record<string, string> = {}) => barker(["doctor"], { ...there, ...more });
  const healthy = await diagnosis();
  expect(healthy).toMatchObject({ code: 0, output: expect.stringContaining("Nothing is wrong.") });
  for (const found of [
    "Neo4j answers",
    "Redis answers",
    "All migrations are done",
    "The keys for pushes fit",
    "The key log was published",
  ])
    expect(healthy.output).toContain(`✓ ${found}`);

  await inDatabase(data, async (own) => {
    await own.executeQuery("DROP CONSTRAINT bark_id");
    await own.executeQuery("MATCH (m:Migration {name: '2026-11-28_spots'}) DELETE m");
    await own.executeQuery("CREATE (:Migration {name: 'restore'}), (:Outbox:Parked {id: 'drill'})");
  });
  chmodSync(join(data, "secrets.json"), 0o644);
  const { code, output } = await diagnosis();
  expect(code).toBe(1);
  for (const found of [
    "✗ The file of secrets is open to other users (mode 644)",
    "✗ Constraints or indexes are missing: bark_id",
    "✗ Migrations are pending: 2026-11-28_spots",
    "✗ A restore into this database was interrupted",
    "! 1 changes could not be delivered",
  ])
    expect(output).toContain(found);

  const broken = { ...settingsOf(data), NEO4J_PASSWORD: "another", REDIS_URL: "redis://127.0.0.1:1" };
  const unreachable = await diagnosis({
    ...broken,
    NEXTAUTH_URL: "https://elsewhere.example",
    BARKER_VAPID_PRIVATE_KEY: "x",
  });
  for (const found of [
    "refuses the password",
    "Redis does not answer at 127.0.0.1:1",
    "is not BARKER_ORIGIN",
    "are no pair",
  ])
    expect(unreachable).toMatchObject({ code: 1, output: expect.stringContaining(found) });
  const nowhere = await diagnosis({ ...broken, NEO4J_URI: "bolt://127.0.0.1:1", BARKER_SECRET: "short" });
  expect(nowhere).toMatchObject({ code: 1, output: expect.stringContaining("BARKER_SECRET") });
}
