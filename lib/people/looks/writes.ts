import { z } from "zod";
import { read, write } from "@/lib/neo4j";
import { lookKey } from "@/lib/people/rules";

/** People in one transaction. */
const BATCH = 2_000;
const Known = z.object({ id: z.string(), handle: z.string() });
const Count = z.object({ count: z.number() });
const Note = z.object({ at: z.number() });
const NAME = "looks";

/**
 * Notes what everybody's handle looks like, for those who came before that was noted. Done once for a database; broken
 * off, it begins again.
 */
export async function noteLooks(): Promise<void> {
  if ((await read("people/looks_noted", { name: NAME }, Note)).length > 0) return;
  let after = "";
  for (;;) {
    const people = await read("people/handles_after", { after, limit: BATCH }, Known);
    const rows = people.map((person) => ({ ...person, lookKey: lookKey(person.handle) }));
    if (rows.length > 0) await write("people/note_looks", { rows }, Count);
    const last = people.at(-1);
    if (people.length < BATCH || !last) break;
    after = last.id;
  }
  await write("people/looks_are_noted", { name: NAME, at: Date.now() }, Note);
}
