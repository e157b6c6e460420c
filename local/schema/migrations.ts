import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { env } from "@/lib/env";
import { releaseLease, takeLease, type Lease } from "@/lib/instance/writes";
import { driver, read, write } from "@/lib/neo4j";

/** A change of existing data that runs once. */
export interface Migration {
  /** `<date>_<what>`: migrations run in the order of their names. */
  name: string;
  /**
   * Runs the next part of the change. It must be idempotent, because a process can end before a part is
   * recorded.
   * @param after where the previous part ended; empty at first
   * @returns where this part ended, or null when nothing is left
   */
  run: (after: string) => Promise<string | null>;
}

/** The database cannot be brought up to date; the message is for the person who starts Barker. */
export class MigrationError extends Error {}

/** The name of a migration that is never done: while a database has it, a restore into it is not complete. */
export const UNFINISHED_RESTORE = "restore";

const State = z.object({ name: z.string(), at: z.number().nullable(), progress: z.string().nullable() });
const Name = z.object({ name: z.string() });
const Count = z.object({ count: z.number() });
/** Long enough for a slow machine to renew the lease; a start after a crash waits this long. */
const LEASE_MS = 20_000;
const RENEW_MS = 5_000;
const RETRY_MS = 250;

/** The migrations of `cypher/migrations/`; each statement runs in a transaction of its own. */
export function cypherMigrations(): Migration[] {
  const folder = join(process.cwd(), "cypher", "migrations");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".cypher"))
    .map((file) => ({
      name: file.replace(/\.cypher$/, ""),
      run: async () => {
        for (const statement of statementsOf(readFileSync(join(folder, file), "utf8"))) await runStatement(statement);
        return null;
      },
    }));
}

/**
 * Runs pending migrations in order. One of several processes runs them while the others wait; an interrupted migration
 * continues where it ended. In an empty database all are recorded as done.
 * @throws MigrationError when one fails; those after it are not run
 */
export async function migrate(migrations: Migration[]): Promise<void> {
  const isEmpty = (await read("instance/node_count", {}, Count))[0]?.count === 0;
  const lease = { name: "migrations", holder: randomUUID(), ms: LEASE_MS, spare: 0 };
  while (!(await takeLease(lease)).mine) await sleep(RETRY_MS);
  const kept = keep(lease);
  const names = migrations.map(({ name }) => name);
  try {
    if (isEmpty) return await record(names, null);
    const states = new Map((await read("instance/migrations", { names }, State)).map((state) => [state.name, state]));
    for (const migration of migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const state = states.get(migration.name);
      if (!state || state.at === null) await complete(migration, state?.progress ?? "", kept.lost);
    }
  } finally {
    kept.stop();
    await releaseLease(lease);
  }
}

/** @throws MigrationError when a restore into this database was interrupted */
export async function ensureNoRestore(): Promise<void> {
  if ((await read("instance/migrations", { names: [UNFINISHED_RESTORE] }, State)).length === 0) return;
  throw new MigrationError(
    "A backup was being restored into this database, and that was interrupted: restore it again. If bin/barker restore then says that a town is there already, that is the part that was restored: add --replace.",
  );
}

/** Renews a lease until it is stopped; `lost` is aborted when another process has it. */
function keep(lease: Lease): { lost: AbortSignal; stop: () => void } {
  const lost = new AbortController();
  const timer = setInterval(() => {
    void takeLease(lease).then(
      ({ mine }) => mine || lost.abort(new Error("another process has taken over the migrations")),
      // The database is unavailable: the migration fails by itself.
      () => undefined,
    );
  }, RENEW_MS);
  return { lost: lost.signal, stop: () => clearInterval(timer) };
}

async function complete({ name, run }: Migration, from: string, lost: AbortSignal): Promise<void> {
  try {
    let progress: string | null = from;
    while (progress !== null) {
      lost.throwIfAborted();
      progress = await run(progress);
      await record([name], progress);
    }
  } catch (error) {
    throw new MigrationError(
      `The migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
}

/** @param progress where the last part ended; null when they are done */
async function record(names: string[], progress: string | null): Promise<void> {
  await write("instance/record_migrations", { names, progress, at: progress === null ? Date.now() : null }, Name);
}

function statementsOf(text: string): string[] {
  return text.split(/^;$/m).map((statement) => statement.trim());
}

/** Auto-commit, as `CALL … IN TRANSACTIONS` requires, and without a timeout. */
async function runStatement(statement: string): Promise<void> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    await session.run(statement, {}, { timeout: 0 });
  } finally {
    await session.close();
  }
}
