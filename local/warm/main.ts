import { readdirSync } from "node:fs";
import { log } from "@/lib/log";
import { cypher, driver, isOfBothEnds } from "@/lib/neo4j";
import { PAGES, sampleReaders, type PageReader } from "./pages";

// The step of a start that makes Neo4j plan its queries and Java compile what they run, so that the first visitors do
// not wait for it: the first plan of a query takes up to a second on a small machine.

/** What people do most comes first, in case the start does not wait for the rest. */
const FOLDERS = ["barks", "reactions", "people", "timelines", "notifications", "popular", "outbox", "auth", "threads"];
const ONLY_AT_SET_UP = /^(schema|migrations|town)\//;
/** How often pages are read: Java compiles what has run often. */
const ROUNDS = 3;

try {
  const readers = await sampleReaders();
  await readPages(readers.slice(0, 1));
  await planQueries();
  for (let round = 0; round < ROUNDS; round++) await readPages(readers);
} finally {
  await driver().close();
}

async function readPages(readers: PageReader[]): Promise<void> {
  for (const reader of readers) {
    for (const [name, page] of Object.entries(PAGES)) {
      // Somebody may be gone by now; the other pages are read all the same.
      await page(reader).catch((error: unknown) => log().debug({ err: error, page: name }, "a page was not warmed up"));
    }
  }
}

/** Has Neo4j plan every query without running it. It keeps the plan for the query itself. */
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
