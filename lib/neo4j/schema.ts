import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j/driver";

/** The statements of `cypher/schema/`: one per file, each `IF NOT EXISTS`, sorted by name. */
export function schemaStatements(): string[] {
  const folder = join(process.cwd(), "cypher", "schema");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".cypher"))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), "utf8"));
}

/** The names of the constraints and indexes that these statements create. */
export function schemaNames(): string[] {
  return schemaStatements().flatMap((text) => /^CREATE .*?\b(?:CONSTRAINT|INDEX) (\w+)/m.exec(text)?.[1] ?? []);
}

/**
 * Applies constraints and indexes and waits until they are online. Idempotent; retried when an index that is still
 * being populated is in the way (the database reports a deadlock). In one transaction, because Neo4j forgets all of its
 * plans after each one that changes the schema, and other processes plan their queries meanwhile.
 */
export async function applySchema(): Promise<void> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    await session.executeWrite(async (tx) => {
      for (const statement of schemaStatements()) await tx.run(statement);
    });
    await session.run("CALL db.awaitIndexes(300)");
  } finally {
    await session.close();
  }
}
