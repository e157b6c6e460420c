import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { search } from "@/lib/search/reads";
import { anyWord } from "@/testing/any-word";
import { makePerson, type TestPerson } from "@/testing/people";
import { indexed } from "@/testing/searching";
import { FOUND, NOT_FOUND, WORDS } from "@/testing/words";
import { fold } from "@/lib/text/fold";
import { wordsOf } from "@/lib/text/words";

afterAll(() => driver().close());

const AT_ONCE = 8;

async function inTurns<T, R>(all: T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(act))));
  }
  return done;
}

async function bark({ id }: TestPerson, text: string): Promise<string> {
  const made = await createBark(id, { text, language: "en" });
  if (!made.ok) throw new Error(`${made.reason}: ${text}`);
  return made.status.id;
}

const page = {
  type: "statuses",
  limit: 40,
  offset: 0,
  following: false,
  resolve: false,
  exclude_unreviewed: false,
} as const;

/** The ids of a person's own barks that a search finds. */
async function found({ id }: TestPerson, q: string): Promise<string[]> {
  const { statuses } = await search(id, { ...page, q: `${q} from:me` });
  return statuses.map((status) => status.id);
}

describe("a search", () => {
  it("finds words of all scripts in their own spelling", async () => {
    const author = await makePerson();
    const words = Object.values(WORDS).flat();
    const ids = await inTurns(words, (word) => bark(author, `Look: ${word}, and more`));
    await indexed();
    const missed = await inTurns(
      words.map((word, place) => ({ word, id: ids[place] ?? "" })),
      async ({ word, id }) => ((await found(author, `${word} `)).includes(id) ? [] : [word]),
    );
    expect(missed.flat()).toEqual([]);
  });

  it("finds words of any letters, also while they are typed", async () => {
    const author = await makePerson();
    const words = fc.sample(anyWord(), 150).filter((word) => wordsOf(fold(word)).length > 0);
    const ids = await inTurns(words, (word) => bark(author, `. ${word} .`));
    await indexed();
    const missed = await inTurns(
      words.map((word, place) => ({ word, id: ids[place] ?? "" })),
      async ({ word, id }) => ((await found(author, word)).includes(id) ? [] : [word]),
    );
    expect(missed.flat()).toEqual([]);
  });

  it("finds spelling variants, and does not confuse different words", async () => {
    const cases = [...FOUND.map((one) => ({ one, there: true })), ...NOT_FOUND.map((one) => ({ one, there: false }))];
    const barked = await inTurns(cases, async ({ one: [text, asked], there }) => {
      const author = await makePerson();
      return { author, id: await bark(author, text), text, asked, there };
    });
    await indexed();
    const wrong = await inTurns(barked, async ({ author, id, text, asked, there }) =>
      (await found(author, `${asked} `)).includes(id) === there ? [] : [[text, asked]],
    );
    expect(wrong.flat()).toEqual([]);
  });
});
