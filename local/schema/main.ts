import { log } from "@/lib/log";
import { driver } from "@/lib/neo4j";
import { applySchema } from "@/lib/neo4j/schema";
import { ensureNoRestore, migrate, MigrationError } from "./migrations";
import { allMigrations } from "./steps";

// The set-up task that applies constraints and indexes, and then runs pending migrations.
try {
  await ensureNoRestore();
  await applySchema();
  await migrate(allMigrations());
} catch (error) {
  if (!(error instanceof MigrationError)) throw error;
  log().debug({ err: error }, "a migration failed");
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await driver().close();
}
