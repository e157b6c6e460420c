import { z } from "zod";
import { read, write } from "@/lib/neo4j";
import { lookKey } from "@/lib/people/rules";
import { personWords, searchable, WORDS_VERSION } from "@/lib/text/words";
import { cypherMigrations, type Migration } from "./migrations";

/** Nodes per transaction. */
const BATCH = 2_000;

const Bark = z.object({
  id: z.string(),
  text: z.string(),
  spoiler: z.string().nullable(),
  options: z.array(z.string()),
});
const Person = z.object({ id: z.string(), handle: z.string(), name: z.string(), bio: z.string() });
const Folded = z.object({ folded: z.number() });
const Count = z.object({ count: z.number() });

/**
 * Migrations with computed values. A new version of the fold gets a new name here, so that all words are
 * folded again.
 * @param batch nodes per batch
 */
export function computedMigrations(batch = BATCH): Migration[] {
  return [
    { name: "2026-11-28_look_keys", run: (after) => setLookKeys(after, batch) },
    { name: `2026-11-28_bark_words_v${WORDS_VERSION}`, run: (after) => foldBarks(after, batch) },
    { name: `2026-11-28_person_words_v${WORDS_VERSION}`, run: (after) => foldPeople(after, batch) },
  ];
}

/** All migrations of this version. */
export function allMigrations(): Migration[] {
  return [...cypherMigrations(), ...computedMigrations()];
}

/** Look-alike keys of handles, for people who signed up before these were stored. */
async function setLookKeys(after: string, limit: number): Promise<string | null> {
  const people = await read("words/people", { after, limit }, Person);
  const rows = people.map((person) => ({ ...person, lookKey: lookKey(person.handle) }));
  await write("people/set_look_keys", { rows }, Count);
  return lastOf(people, limit);
}

/** The words of barks that were folded by older rules, or not at all. */
async function foldBarks(after: string, limit: number): Promise<string | null> {
  const barks = await read("words/barks", { after, limit }, Bark);
  const rows = barks.map(({ id, text, spoiler, options }) => ({
    id,
    text,
    words: searchable(text, spoiler, ...options),
  }));
  await write("words/fold_barks", { rows }, Folded);
  return lastOf(barks, limit);
}

async function foldPeople(after: string, limit: number): Promise<string | null> {
  const people = await read("words/people", { after, limit }, Person);
  const rows = people.map((person) => ({ ...person, ...personWords(person) }));
  await write("words/fold_people", { rows }, Folded);
  return lastOf(people, limit);
}

/** @returns the last id of a batch, or null when it is the last batch */
function lastOf(rows: { id: string }[], limit: number): string | null {
  return rows.length < limit ? null : (rows.at(-1)?.id ?? null);
}
