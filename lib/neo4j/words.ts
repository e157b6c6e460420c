import { z } from "zod";
import { read, write } from "@/lib/neo4j/run";
import { personWords, searchable, WORDS_VERSION } from "@/lib/text/words";

/** How many barks or people are folded in one transaction. */
const BATCH = 2_000;

/** How far it came: the last id of each, null when there are no more. */
const Progress = z.object({ version: z.number(), barks: z.string().nullable(), people: z.string().nullable() });
type Progress = z.infer<typeof Progress>;
const Bark = z.object({ id: z.string(), text: z.string(), spoiler: z.string().nullable() });
const Person = z.object({ id: z.string(), name: z.string(), bio: z.string() });
const Folded = z.object({ folded: z.number() });
const Version = z.object({ version: z.number() });

/**
 * Folds the words of all barks and people that were there before words were folded as they are now: once, in batches,
 * and goes on where it was interrupted.
 * @param batch how many at a time
 * @returns how many batches it took
 */
export async function foldWords(batch = BATCH): Promise<number> {
  const [noted] = await read("words/memory", {}, Progress);
  let at: Progress = noted?.version === WORDS_VERSION ? noted : { version: WORDS_VERSION, barks: "", people: "" };
  let batches = 0;
  while (at.barks !== null || at.people !== null) {
    const barks = at.barks === null ? null : await foldBarks(at.barks, batch);
    const people = at.people === null ? null : await foldPeople(at.people, batch);
    at = { version: WORDS_VERSION, barks, people };
    await write("words/remember", at, Version);
    batches++;
  }
  return batches;
}

/** @returns the last id of a batch, or null when nothing follows */
async function foldBarks(after: string, limit: number): Promise<string | null> {
  const barks = await read("words/barks", { after, limit }, Bark);
  const rows = barks.map(({ id, text, spoiler }) => ({ id, text, words: searchable(text, spoiler) }));
  await write("words/fold_barks", { rows }, Folded);
  return barks.length < limit ? null : (barks.at(-1)?.id ?? null);
}

async function foldPeople(after: string, limit: number): Promise<string | null> {
  const people = await read("words/people", { after, limit }, Person);
  const rows = people.map((person) => ({ ...person, ...personWords(person) }));
  await write("words/fold_people", { rows }, Folded);
  return people.length < limit ? null : (people.at(-1)?.id ?? null);
}
