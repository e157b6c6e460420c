import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { paths } from "@/lib/paths";
import { anyText } from "@/testing/any-text";
import { call } from "@/testing/api";
import { freshHandle, makePerson } from "@/testing/people";
import { bark, relate, searcher } from "@/testing/searching";

afterAll(() => driver().close());

describe("a search for everything", () => {
  it("returns people, barks and topics, or one of these types", async () => {
    const { search } = await searcher();
    const word = freshHandle();
    const person = await makePerson(word);
    const id = await bark(person, `#${word}`);
    const all = await search(word);
    expect(all.accounts.map((account) => account.id)).toEqual([person.id]);
    expect(all.statuses.map((status) => status.id)).toEqual([id]);
    expect(all.hashtags.map(({ name, history }) => [name, history[0]?.uses])).toEqual([[word, "1"]]);
    expect(await search(word, "&type=hashtags")).toMatchObject({ accounts: [], statuses: [] });
    expect(await search("")).toEqual({ accounts: [], statuses: [], hashtags: [] });
  });

  it("finds what a pasted address of this server refers to, for those who may see it", async () => {
    const { viewer, search } = await searcher();
    const person = await makePerson();
    const id = await bark(person, "Here", { audience: "unlisted" });
    const { BARKER_ORIGIN } = env();
    const at = (path: string) => search(BARKER_ORIGIN + path);
    expect((await at(paths.bark(person.handle, id))).statuses.map((status) => status.id)).toEqual([id]);
    expect((await at(paths.person(person.handle))).accounts.map((account) => account.id)).toEqual([person.id]);
    expect((await at(paths.topic("seeds"))).hashtags.map(({ name }) => name)).toEqual(["seeds"]);
    await relate(person, "BLOCKS", viewer);
    expect((await at(paths.bark(person.handle, id))).statuses).toEqual([]);
    expect((await at(paths.person(person.handle))).accounts).toEqual([]);
  });

  it("answers any input, and finds nothing that was not asked for", async () => {
    const { search } = await searcher();
    const author = await makePerson();
    const word = freshHandle();
    const there = await bark(author, `${word} there`);
    const hostile = fc.oneof(
      anyText(),
      fc.string({ unit: fc.constantFrom(..."aZ \\\"*?:()[]{}^~+-!&|/é花#@'.".split("")), maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          "AND ",
          "OR ",
          "NOT ",
          " TO ",
          "text:",
          "id:",
          "authorId:",
          "audience:",
          '"',
          "[",
          "}",
          "*",
          "a",
        ),
        maxLength: 15,
      }),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (q) => {
        await search(q.slice(0, 300));
        const { statuses } = await search(`${word} ${q}`.slice(0, 300), "&type=statuses");
        expect(statuses.every(({ id }) => id === there)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("rejects invalid parameters", async () => {
    const { token } = await searcher();
    for (const query of ["limit=x", "type=polls", "max_id=abc", `q=${"a".repeat(301)}`]) {
      expect((await call("GET", `/api/v2/search?${query}`, { token })).status).toBe(422);
    }
  });
});
