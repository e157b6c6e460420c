import { readdirSync } from "node:fs";
import { log } from "@/lib/log";
import { cypher, driver, isOfBothEnds } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { PAGES, sampleReaders, type PageReader } from "./pages";

// A step of the start: Neo4j plans its queries, and Java compiles the code that runs them, so that the first visitors
// need not wait: the first plan of a query takes up to a second on a small machine.

/** The most frequent actions come first, in case the start does not wait for the rest. */
const FOLDERS = ["barks", "reactions", "people", "timelines", "notifications", "popular", "outbox", "auth", "threads"];
const ONLY_AT_SET_UP = /^(schema|migrations|town)\//;
/** How often pages are read: Java compiles code that has run often. */
const ROUNDS = 3;

try {
  const readers = await sampleReaders();
  await readPages(readers.slice(0, 1));
  await planQueries();
  for (let round = 0; round < ROUNDS; round++) await readPages(readers);
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

/** Has Neo4j plan every query without running it. The plan is cached for the query itself. */
async function planQueries(): Promise<void> {
  const session = driver().session();
  for (const name of queryNames()) await session.run(`EXPLAIN ${cypher(name)}`);
  await session.close();
}

/** The names of all queries that are not included in others, those of `FOLDERS` first. */
function queryNames(): string[] {
  const rank = (name: string) =>
    (FOLDERS.indexOf(name.split("/")[0] ?? "") + FOLDERS.length + 1) % (FOLDERS.length + 1);
  return readdirSync("cypher", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".cypher") && !file.includes("/_") && !ONLY_AT_SET_UP.test(file))
    .map((file) => file.replace(/\.cypher$/, ""))
    .flatMap((name) => (isOfBothEnds(name) ? [name, `${name}_oldest`] : [name]))
    .toSorted((a, b) => rank(a) - rank(b));
}
