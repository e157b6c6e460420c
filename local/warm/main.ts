import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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
  // What staff open, often right after they started the town.
  "reports",
  "strikes",
  "admin",
  "staff",
  "held",
  "applicants",
  "invitations",
];

/** What somebody meets in their first minute: joining, an empty Home, following, barking, and being read. */
const FIRST_MINUTE = [
  "account/taken",
  "account/alike",
  "account/create_person",
  "staff/claim_town",
  "auth/bearers_by_token",
  "auth/sessions_by_id",
  "auth/start_session",
  "auth/credential_by_login",
  "auth/create_token",
  "account/own",
  "timelines/home_choice",
  "timelines/home_ids",
  "timelines/high_follower_of_person",
  "timelines/person_ids",
  "lists/exclusive_members",
  "topics/followed_names",
  "filters/by_person",
  "people/relationships",
  "people/follow",
  "barks/create_plain",
  "effects/recipients",
  "effects/acts",
  "notifications/after_bark",
  "push/targets",
  "barks/by_id",
  "barks/viewer_state",
  "reactions/like",
];
/** How long (ms) a query may take that is run for its plan alone. */
const PLAN_MS = 5_000;
/** Of the time that planning the rest takes, as much again is left to whoever is here already. */
const REST_SHARE = 1;
/** How long (ms) what people do is rehearsed. */
const REHEARSAL_MS = 10_000;

try {
  await prepareRehearsal();
  const readers = await sampleReaders();
  await plan(FIRST_MINUTE.map(cypher));
  await readPages(readers.slice(0, 1));
  // The launcher waits for this line, whatever the log leaves out.
  process.stdout.write("ready for the first visitor\n");
  // Java compiles code that has run often, whichever query it runs for.
  await rehearse(performance.now() + REHEARSAL_MS);
  await plan(GROUPED.map(grouped));
  await readPages(readers);
  const rest = FOLDERS.flatMap(queriesIn).filter((name) => !FIRST_MINUTE.includes(name));
  await plan(rest.map(cypher), REST_SHARE);
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
 * @param rest how long nothing happens after each, as a multiple of the time that it took
 */
async function plan(texts: string[], rest = 0): Promise<void> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  for (const text of texts) {
    const begun = performance.now();
    const transaction = session.beginTransaction({ timeout: PLAN_MS });
    await transaction
      .run(text, parameters({}))
      // Many do not run to their end: a missing number is no limit. They are planned all the same.
      .catch((error: unknown) => log().debug({ err: error, query: text }, "a query did not run to its end"));
    await transaction.close();
    await sleep(rest * (performance.now() - begun));
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
