import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j/driver";

/** The statements of `cypher/schema/`: one a file, each `IF NOT EXISTS`, in order of their names. */
export function schemaStatements(): string[] {
  const folder = join(process.cwd(), "cypher", "schema");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".cypher"))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), "utf8"));
}

/**
 * Brings constraints and indexes up and waits until they serve. Safe to repeat, and tried again when an index that is
 * still filling stands in the way (the database calls it a deadlock).
 */
export async function applySchema(): Promise<void> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    for (const statement of schemaStatements()) await session.executeWrite((tx) => tx.run(statement));
    await session.run("CALL db.awaitIndexes(300)");
  } finally {
    await session.close();
  }
}
