import { z } from "zod";
import { env } from "@/lib/env";
import { schemaNames } from "@/lib/neo4j/schema";
import { openDatabase, type Database } from "@/local/backup/database";
import { checkClock, messageOf, right, unsure, wrong, type Finding } from "@/local/operator/doctor/findings";
import { UNFINISHED_RESTORE } from "@/local/schema/migrations";
import { allMigrations } from "@/local/schema/steps";

/** So many entries of the outbox, or one so old (ms), mean that the workers are behind or down. */
const BACKLOG = 1_000;
const LATE_MS = 60_000;
/** Older (ms), and devices refuse the key log; it grows every hour. */
const LOG_AGE_MS = 24 * 3_600_000;
const LOG_LATE_MS = 3_700_000;

const Names = z.array(z.object({ name: z.string(), state: z.string().optional() }));
const State = z.tuple([
  z.object({
    now: z.bigint(),
    pending: z.bigint(),
    oldest: z.bigint().nullable(),
    parked: z.bigint(),
    signedAt: z.bigint().nullable(),
    pause: z.bigint().nullable(),
  }),
]);
const STATE = `
  CALL { MATCH (o:Pending) RETURN count(o) AS pending, min(o.at) AS oldest }
  CALL { MATCH (o:Parked) RETURN count(o) AS parked }
  CALL { OPTIONAL MATCH (h:LogHead) RETURN max(h.signedAt) AS signedAt }
  CALL { OPTIONAL MATCH (l:Lease {name: 'pause'}) RETURN max(l.until) - timestamp() AS pause }
  RETURN timestamp() AS now, pending, oldest, parked, signedAt, pause`;

/** Checks Neo4j, what is stored there, and what it says about delivery and the key log. */
export async function checkNeo4j(): Promise<Finding[]> {
  const database = openDatabase();
  const address = env().NEO4J_URI;
  try {
    const findings = [right(`Neo4j answers at ${address}`), ...(await checkSchema(database))];
    const asked = Date.now();
    const [state] = State.parse(await database.run(STATE));
    return [...findings, checkClock("Neo4j", Number(state.now), asked), ...checkDelivery(state), ...checkLog(state)];
  } catch (error) {
    const message = messageOf(error);
    return [
      /unauthorized|authentication/i.test(message)
        ? wrong(
            `Neo4j at ${address} refuses the password`,
            "NEO4J_USER and NEO4J_PASSWORD must be those of the database.",
          )
        : wrong(
            `Neo4j does not answer at ${address} (${reasonOf(message)})`,
            "Start it, or look into its log (neo4j.log in the folder of logs).",
          ),
    ];
  } finally {
    await database.close();
  }
}

/** The cause in a message of the driver, which otherwise explains settings that were changed in Neo4j 4. */
export function reasonOf(message: string): string {
  const [, cause] = /Caused by: (?:Error: )?([^\n]+)/.exec(message) ?? [];
  return cause ?? message.split(/\n|\. /)[0] ?? "";
}

async function checkSchema(database: Database): Promise<Finding[]> {
  const found = Names.parse(await database.run("SHOW INDEXES YIELD name, state"));
  const constraints = Names.parse(await database.run("SHOW CONSTRAINTS YIELD name"));
  const there = new Set([...found, ...constraints].map(({ name }) => name));
  const missing = schemaNames().filter((name) => !there.has(name));
  const offline = found.filter(({ state }) => state !== "ONLINE").map(({ name, state }) => `${name} (${state})`);
  const done = new Set(
    Names.parse(
      await database.run("MATCH (m:Migration) WHERE m.at IS NOT NULL OR m.name = $name RETURN m.name AS name", {
        name: UNFINISHED_RESTORE,
      }),
    ).map(({ name }) => name),
  );
  const pending = allMigrations().filter(({ name }) => !done.has(name));
  const update = "Restart Barker, or run node dist/schema.mjs where processes run one by one.";
  return [
    ...(done.has(UNFINISHED_RESTORE)
      ? [
          wrong(
            "A restore into this database was interrupted",
            "Restore the backup again; if it says that a town is there already, with --replace.",
          ),
        ]
      : []),
    missing.length > 0
      ? wrong(`Constraints or indexes are missing: ${missing.join(", ")}`, update)
      : right("All constraints and indexes are there"),
    ...(offline.length > 0
      ? [
          wrong(
            `Indexes are not online: ${offline.join(", ")}`,
            "POPULATING ends by itself. A FAILED one has to be dropped; then restart Barker.",
          ),
        ]
      : []),
    pending.length > 0
      ? wrong(`Migrations are pending: ${pending.map(({ name }) => name).join(", ")}`, update)
      : right("All migrations are done"),
  ];
}

function checkDelivery({ now, pending, oldest, parked, pause }: z.infer<typeof State>[0]): Finding[] {
  const age = oldest === null ? 0 : Number(now - oldest);
  const isPaused = pause !== null && pause > 0n;
  return [
    Number(pending) > BACKLOG || age > LATE_MS
      ? wrong(
          `${pending} changes wait for delivery, the oldest for ${Math.round(age / 1_000)} s`,
          "No worker runs, or they are too slow: start the sidecar, or look into its log.",
        )
      : right("Delivery is up to date"),
    ...(parked > 0n
      ? [
          unsure(
            `${parked} changes could not be delivered`,
            "docs/operating.md says how to look at them and try again (Parked).",
          ),
        ]
      : []),
    ...(isPaused
      ? [unsure(`A backup has paused writing, for ${Math.ceil(Number(pause) / 1_000)} s at most`, "It ends by itself.")]
      : []),
  ];
}

function checkLog({ now, signedAt }: z.infer<typeof State>[0]): Finding[] {
  if (signedAt === null) return [];
  const age = Number(now - signedAt);
  const words = `The key log was published ${Math.round(age / 60_000)} minutes ago`;
  const advice = "Start a worker; if one runs, its log says why it publishes nothing.";
  if (age > LOG_AGE_MS) return [wrong(`${words}, so devices refuse it`, advice)];
  return [age > LOG_LATE_MS ? unsure(words, advice) : right(words)];
}
