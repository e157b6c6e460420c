import { readdirSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { cypher, driver, grouped, GROUPED, hasPlain, isOfBothEnds, parameters } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { PAGES, sampleReaders, type PageReader } from "./pages";
import { prepareRehearsal, rehearse } from "./rehearsal";

// A step of the start: Neo4j plans its queries, and Java compiles the code that runs them, so that the first visitors
// need not wait: the first plan of a query takes up to a second on a small machine, and up to five of a very slow one.

/** What people do most; other queries are planned when somebody first needs them. */
const FOLDERS = [
  "barks",
  "reactions",
  "people",
  "effects",
  "outbox",
  "timelines",
  "notifications",
  "auth",
  // The browser of somebody who has just joined makes its keys, and is written to in the demo town.
  "keylog",
  "packages",
  "messages",
  "popular",
  "threads",
  "filters",
  "markers",
  "search",
  "trends",
];

/** What somebody does in their first minute. */
const JOINING = [
  "account/taken",
  "account/alike",
  "account/create_person",
  "staff/claim_town",
  "auth/bearers_by_token",
  "auth/sessions_by_id",
  "auth/start_session",
  "auth/credential_by_login",
  "auth/create_token",
  "people/follow",
  "barks/create_plain",
  "reactions/like",
];
/** How long (ms) a query may take that is run for its plan alone. */
const PLAN_MS = 5_000;
/** How long (ms) what people do is rehearsed. */
const REHEARSAL_MS = 10_000;

try {
  await prepareRehearsal();
  const readers = await sampleReaders();
  await plan(JOINING.map(cypher));
  await readPages(readers.slice(0, 1));
  // The launcher waits for this line, whatever the log leaves out.
  process.stdout.write("ready for the first visitor\n");
  // One after the other: half of the processors are left to whoever is here already.
  await plan([...FOLDERS.flatMap(queriesIn).map(cypher), ...GROUPED.map(grouped)]);
  // Java compiles code that has run often.
  await readPages(readers);
  await rehearse(performance.now() + REHEARSAL_MS);
} finally {
  tcpRedis().disconnect();
  await driver().close();
}

async function readPages(readers: PageReader[]): Promise<void> {
  for (const reader of readers) {
    for (const [name, page] of Object.entries(PAGES)) {
      // The person may be deleted by now; the other pages are still read.
      await page(reader).catch((error: unknown) => log().debug({ err: error, page: name }, "a page was not warmed up"));
    }
  }
}

/**
 * Has Neo4j plan and compile queries: it keeps the plans for the queries themselves. Each runs without parameters, finds
 * nothing and is rolled back; `EXPLAIN` would leave the second half of the work to the first visitor.
 */
async function plan(texts: string[]): Promise<void> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  for (const text of texts) {
    const transaction = session.beginTransaction({ timeout: PLAN_MS });
    await transaction
      .run(text, parameters({}))
      // Many do not run to their end: a missing number is no limit. They are planned all the same.
      .catch((error: unknown) => log().debug({ err: error, query: text }, "a query did not run to its end"));
    await transaction.close();
  }
  await session.close();
}

/** The names of a folder's queries that are not included in others. */
function queriesIn(folder: string): string[] {
  return readdirSync(join("cypher", folder))
    .filter((file) => file.endsWith(".cypher") && !file.startsWith("_"))
    .map((file) => `${folder}/${file.slice(0, -".cypher".length)}`)
    .flatMap((name) => [
      name,
      ...(isOfBothEnds(name) ? [`${name}_oldest`] : []),
      ...(hasPlain(name) ? [`${name}_plain`] : []),
    ]);
}
