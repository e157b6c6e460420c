import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver, IdRow } from "@/lib/neo4j";
import { Account } from "@/lib/people/schema";
import { follow } from "@/lib/people/writes";
import { call } from "@/testing/api";
import { ask, plantBarks } from "@/testing/graph";
import { freshHandle, makePerson, makeToken, type TestPerson } from "@/testing/people";
import { searchable } from "@/lib/text/words";

afterAll(() => driver().close());

const Handles = z.array(Account.pick({ username: true })).transform((all) => all.map(({ username }) => username));

/** A new viewer, and a function that returns the handles which the API finds for them. */
async function searcher() {
  const viewer = await makePerson();
  const { token } = await makeToken(viewer.id, ["read"]);
  const search = async (q: string, more = "") => {
    const answer = await call("GET", `/api/v1/accounts/search?q=${encodeURIComponent(q)}${more}`, { token });
    expect(answer.status).toBe(200);
    return Handles.parse(answer.json);
  };
  return { viewer, token, search };
}

const rename = ({ id }: TestPerson, name: string) =>
  ask(
    "MATCH (p:Person {id: $id}) SET p.name = $name, p.nameWords = $words RETURN p.id AS id",
    { id, name, words: searchable(name) },
    IdRow,
  );

const blocks = (one: TestPerson, other: TestPerson) =>
  ask(
    "MATCH (a:Person {id: $a}), (b:Person {id: $b}) CREATE (a)-[:BLOCKS {id: $a}]->(b) RETURN b.id AS id",
    { a: one.id, b: other.id },
    IdRow,
  );

/** A handle prefix that nobody else has, short enough to be extended. */
const freshPrefix = () => `z${freshHandle().slice(1, 13)}`;

describe("searching for people", () => {
  it("puts the exact handle first, then people the viewer follows, then others", async () => {
    const { viewer, search } = await searcher();
    const prefix = freshPrefix();
    const [other, followed, exact] = await Promise.all(
      [`${prefix}_a`, `${prefix}_b`, prefix].map((handle) => makePerson(handle)),
    );
    if (!other || !followed || !exact) throw new Error("three people were made");
    await follow(viewer.id, followed.id);
    expect(await search(prefix)).toEqual([exact.handle, followed.handle, other.handle]);
    expect(await search(`@${prefix.toUpperCase()}`)).toEqual([exact.handle, followed.handle, other.handle]);
    expect(await search(prefix, "&following=true")).toEqual([followed.handle]);
    expect(await search(prefix, "&limit=1&offset=1")).toEqual([followed.handle]);
    expect(await search(prefix, "&resolve=true&offset=3")).toEqual([]);
  });

  it("finds by the prefix of any word of the name, whatever its accents and case", async () => {
    const { viewer, search } = await searcher();
    const word = freshPrefix();
    const [stranger, friend] = [await makePerson(), await makePerson()];
    await rename(stranger, `Fern Élan${word} Green`);
    await rename(friend, `Old ${word.toUpperCase()}`);
    await follow(viewer.id, friend.id);
    expect(await search(`elan${word}`)).toEqual([stranger.handle]);
    expect(await search(`fern ÉLAN${word.slice(0, 11)}`)).toEqual([stranger.handle]);
    expect(await search(word)).toEqual([friend.handle]);
    expect(await search(word.slice(3))).toEqual([]);
  });

  it("returns people the viewer follows when nothing has been typed", async () => {
    const { viewer, search } = await searcher();
    const [quiet, loud] = [await makePerson(), await makePerson()];
    await plantBarks(loud.id, 1);
    await ask("MATCH (p:Person {id: $id}) SET p.lastBarkAt = 5 RETURN p.id AS id", { id: loud.id }, IdRow);
    await Promise.all([follow(viewer.id, quiet.id), follow(viewer.id, loud.id)]);
    expect(await search("")).toEqual([loud.handle, quiet.handle]);
    expect(await search("@", "&following=true")).toEqual([loud.handle, quiet.handle]);
  });

  it("ranks people followed by people the viewer follows before others, and finds words of the bio", async () => {
    const { viewer, search } = await searcher();
    const word = freshPrefix();
    const [stranger, friendOfFriend, friend] = [await makePerson(), await makePerson(), await makePerson()];
    await rename(stranger, word);
    const bio = `Grows ${word} at home`;
    await ask(
      "MATCH (p:Person {id: $id}) SET p.bio = $bio, p.bioWords = toLower($bio) RETURN p.id AS id",
      { id: friendOfFriend.id, bio },
      IdRow,
    );
    expect(await search(word)).toEqual([stranger.handle, friendOfFriend.handle]);
    await follow(viewer.id, friend.id);
    await follow(friend.id, friendOfFriend.id);
    expect(await search(word)).toEqual([friendOfFriend.handle, stranger.handle]);
  });

  it("tolerates a typo when nobody has that exact name", async () => {
    const { search } = await searcher();
    const word = freshPrefix();
    const person = await makePerson();
    await rename(person, `Old ${word}`);
    expect(await search(`${word.slice(0, 5)}${word.slice(6)}`)).toEqual([person.handle]);
    expect(await search(`${word.slice(0, 4)}xyzxy${word.slice(9)}`)).toEqual([]);
  });

  it("hides people who block the viewer, and blocked people unless their exact handle is searched", async () => {
    const { viewer, search } = await searcher();
    const prefix = freshPrefix();
    const [blocker, blocked] = [await makePerson(`${prefix}_a`), await makePerson(`${prefix}_b`)];
    await blocks(blocker, viewer);
    await blocks(viewer, blocked);
    expect(await search(prefix)).toEqual([]);
    expect(await search(blocker.handle)).toEqual([]);
    // A blocked person can be found by the exact handle, so that they can be unblocked.
    expect(await search(blocked.handle)).toEqual([blocked.handle]);
  });

  it("shows undiscoverable people only to those who follow them or type the exact handle", async () => {
    const { viewer, search } = await searcher();
    const prefix = freshPrefix();
    const shy = await makePerson(`${prefix}_shy`);
    await ask("MATCH (p:Person {id: $id}) SET p.discoverable = false RETURN p.id AS id", { id: shy.id }, IdRow);
    expect(await search(prefix)).toEqual([]);
    expect(await search(shy.handle)).toEqual([shy.handle]);
    await follow(viewer.id, shy.id);
    expect(await search(prefix)).toEqual([shy.handle]);
  });

  it.each([
    `" OR handle:* `,
    "a* AND NOT b",
    "{! } [* TO *]",
    "\\",
    "((((",
    "+-&&||!(){}[]^~*?:\\/",
    "') RETURN p //",
    "😀",
    "a".repeat(300),
    "~0.5^9999999",
    "\u0000",
  ])("treats %j as words", async (q) => {
    const { search } = await searcher();
    expect((await search(`${freshHandle()} ${q}`.slice(0, 300))).length).toBe(0);
    expect(Array.isArray(await search(q))).toBe(true);
  });

  it("finds people by a full address of this server, and nobody by an address of another", async () => {
    const { search } = await searcher();
    const person = await makePerson();
    expect(await search(`${person.handle}@localhost`)).toEqual([person.handle]);
    expect(await search(`@${person.handle}@elsewhere.example`)).toEqual([]);
  });

  it("needs a signed-in viewer", async () => {
    expect((await call("GET", "/api/v1/accounts/search?q=a")).status).toBe(401);
    const { token } = await searcher();
    expect((await call("GET", "/api/v1/accounts/search?q=a&limit=x", { token })).status).toBe(422);
    expect((await call("GET", `/api/v1/accounts/search?q=${"a".repeat(301)}`, { token })).status).toBe(422);
  });
});

describe("searching for topics", () => {
  const Names = z.array(z.object({ name: z.string(), barks_count: z.number() }));

  it("finds topics of public barks by prefix, most used first", async () => {
    const { token } = await searcher();
    const author = await makePerson();
    const prefix = freshPrefix();
    const [often = "", once = "", secret = ""] = await plantBarks(author.id, 3);
    await ask(
      `UNWIND $tags AS tag MATCH (b:Bark {id: tag.id}) MERGE (t:Topic {name: tag.name}) CREATE (b)-[:TAGGED]->(t)
       SET b.audience = tag.audience RETURN b.id AS id`,
      {
        tags: [
          { id: once, name: `${prefix}b`, audience: "public" },
          { id: often, name: `${prefix}a`, audience: "public" },
          { id: once, name: `${prefix}a`, audience: "public" },
          { id: secret, name: `${prefix}c`, audience: "private" },
        ],
      },
      IdRow,
    );
    const answer = await call("GET", `/api/v1/barker/topics?q=%23${prefix.toUpperCase()}`, { token });
    expect(Names.parse(answer.json)).toEqual([
      { name: `${prefix}a`, barks_count: 2 },
      { name: `${prefix}b`, barks_count: 1 },
    ]);
    expect((await call("GET", "/api/v1/barker/topics?q=", { token })).json).toEqual([]);
  });
});
