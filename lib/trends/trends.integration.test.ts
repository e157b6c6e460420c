import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { deleteBark } from "@/lib/barks/writes";
import { editBark } from "@/lib/history/writes";
import { BarkerTrend, TrendingTag } from "@/lib/trends/schema";
import { idAt, newId } from "@/lib/ids";
import { driver, IdRow } from "@/lib/neo4j";
import { follow } from "@/lib/people/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { makePeople, makePerson, makeToken, pagesOf, type TestPerson } from "@/testing/people";
import { makeStaff, TESTS } from "@/testing/staff";
import { authorsOf, bark, freshWord, say } from "@/testing/trending";
import { until } from "@/testing/until";
import { takeMeasure } from "@/lib/strikes/writes";
import { trendsToReview } from "@/lib/trends/reads";
import { countBark, countTrends, recount } from "@/lib/trends/writes";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

/** How many people make a trend, also where many bark. */
const ENOUGH = 5;
const Trends = z.array(BarkerTrend);
const Tags = z.array(TrendingTag);

async function trends(token?: string) {
  const found: BarkerTrend[] = [];
  for (let offset = 0; ; offset += 20) {
    const answer = await call("GET", `/api/v1/barker/trends?limit=20&offset=${offset}`, token ? { token } : {});
    expect(answer.status).toBe(200);
    const part = Trends.parse(answer.json);
    found.push(...part);
    if (part.length < 20) return found;
  }
}

const trendOf = async (name: string, token?: string) => (await trends(token)).find((trend) => trend.name === name);
const tokenOf = async ({ id }: TestPerson) => (await makeToken(id, ["read"])).token;

describe("counting the terms of barks", () => {
  it("counts each bark and each author once, in whatever order and however often it is delivered", async () => {
    const word = freshWord();
    const [a, b] = [newId(), newId()];
    const ids = [a, b].toSorted();
    const [one, two, three] = [newId(), newId(), newId()];
    await say(a, word, one);
    expect(await authorsOf(word)).toEqual([a]);
    await say(a, `${word} again`, two);
    await say(b, `#${word}`, three);
    const before = await tcpRedis().hgetall(keys.trendsTerm + word);
    await Promise.all([say(a, word, one), say(b, `#${word}`, three), say(a, `${word} again`, two)]);
    expect(await tcpRedis().hgetall(keys.trendsTerm + word)).toEqual(before);
    expect(await authorsOf(word)).toEqual(ids);
    // The weight of two people who used it just now.
    expect(Number(before["="]?.split(" ")[0])).toBeGreaterThan(1.9);
    expect(Number(before["="]?.split(" ")[0])).toBeLessThanOrEqual(2);
  });

  it("removes deleted barks, also when the bark arrives after its deletion, and terms that were edited away", async () => {
    const [word, other] = [freshWord(), freshWord()];
    const [a, b, c] = [newId(), newId(), newId()];
    const [first, second] = [await say(a, word), await say(b, word)];
    await say(c, word);
    await countTrends({ outboxId: newId(), kind: "delete", actorId: b, subjectId: second });
    expect(await authorsOf(word)).toEqual([a, c].toSorted());
    await say(b, word, second);
    expect(await authorsOf(word)).toEqual([a, c].toSorted());
    await say(a, other, first);
    expect(await authorsOf(word)).toEqual([c]);
    expect(await authorsOf(other)).toEqual([a]);
    const weight = Number((await tcpRedis().hget(keys.trendsTerm + word, "="))?.split(" ")[0]);
    expect(weight).toBeCloseTo(1, 1);
  });

  it("counts a bark without terms once it is edited to have some", async () => {
    const word = freshWord();
    const author = newId();
    const id = await say(author, "and the");
    expect(await authorsOf(word)).toEqual([]);
    await say(author, word, id);
    expect(await authorsOf(word)).toEqual([author]);
  });

  it("counts only the topics of an answer, whose words are those of what it answers", async () => {
    const [word, topic] = [freshWord(), freshWord()];
    const author = newId();
    await countBark({ id: newId(), author, text: `${word} #${topic}`, language: "en", answers: true });
    expect(await authorsOf(word)).toEqual([]);
    expect(await authorsOf(topic)).toEqual([author]);
  });

  it("falls back to an author's previous bark when their newest is deleted", async () => {
    const word = freshWord();
    const [a, b] = [newId(), newId()];
    await say(b, word);
    await say(a, word);
    const newest = await say(a, word);
    await countTrends({ outboxId: newId(), kind: "delete", actorId: a, subjectId: newest });
    expect(await authorsOf(word)).toEqual([a, b].toSorted());
  });

  it("limits what is stored for a term: the number of authors, and its lifetime", async () => {
    const word = freshWord();
    const authors = Array.from({ length: 520 }, () => newId());
    await Promise.all(authors.map((author) => say(author, word)));
    expect((await authorsOf(word)).length).toBeLessThanOrEqual(501);
    const lives = await Promise.all([keys.trendsTerm + word, keys.trendsTop].map((key) => tcpRedis().ttl(key)));
    for (const life of lives) expect(life).toBeGreaterThan(0);
    // Keeps this word from trending for a day.
    await tcpRedis().del(keys.trendsTerm + word);
    await tcpRedis().zrem(keys.trendsTop, word);
  });

  it("expects the usual rate of the hours before", async () => {
    const [usual, sudden] = [freshWord(), freshWord()];
    const now = Date.now();
    await tcpRedis().set(keys.trendsSince, Math.floor(now / 60_000) - 72 * 60);
    for (let hour = 72; hour >= 1; hour--) {
      const id = () => idAt(now - hour * 3_500_000);
      await Promise.all([newId(), newId(), newId()].map((author) => say(author, usual, id())));
    }
    await Promise.all([newId(), newId(), newId()].map((author) => say(author, `${usual} ${sudden}`)));
    const [often, once] = await tcpRedis().zmscore(keys.trendsTop, [usual, sudden]);
    expect(Number(once)).toBeGreaterThan(Number(often ?? 0));
    const [, , week = ""] = (await tcpRedis().hget(keys.trendsTerm + usual, "="))?.split(" ") ?? [];
    // Three in each hour of three days.
    const counted = week.split(",").map(Number);
    expect(counted.reduce((sum, people) => sum + people, 0)).toBe(219);
    expect(counted.length).toBeGreaterThanOrEqual(12);
  });

  it("counts each author once in six hours, and takes one off when their only bark in these is deleted", async () => {
    const word = freshWord();
    const [a, b] = [newId(), newId()];
    const slot = 6 * 3_600_000;
    const now = Math.floor(Date.now() / slot) * slot;
    const weekOf = async () => (await tcpRedis().hget(keys.trendsTerm + word, "="))?.split(" ")[2];
    await say(a, word, idAt(now - 2_000_000));
    await say(b, word, idAt(now - 1_000_000));
    await say(a, `${word} again`, idAt(now - 900_000));
    expect(await weekOf()).toBe("2");
    const last = await say(b, word, idAt(now));
    expect(await weekOf()).toBe("1,2");
    await countTrends({ outboxId: newId(), kind: "delete", actorId: b, subjectId: last });
    expect(await weekOf()).toBe("0,2");
  });

  it("counts again from the graph what Redis lost", async () => {
    const people = await makePeople(3);
    const word = freshWord();
    const barks = people.map(({ id }) => ({ id: newId(), author: id, text: `See #${word}`, at: Date.now() }));
    await ask(
      `UNWIND $barks AS bark MATCH (p:Person {id: bark.author}) CREATE (p)-[:BARKED]->(b:Bark {id: bark.id,
       text: bark.text, at: bark.at, audience: 'public', authorId: p.id}) RETURN b.id AS id`,
      { barks },
      IdRow,
    );
    await recount();
    expect(await authorsOf(word)).toEqual(people.map(({ id }) => id).toSorted());
  });
});

describe("trends", () => {
  it("are topics and words that enough people bark about, for everybody, with the number and the people", async () => {
    const [many, two] = [freshWord(), freshWord()];
    const people = await makePeople(ENOUGH);
    for (const [at, { id }] of people.entries()) await say(id, at < 2 ? `#${many} #${two}` : `#${many}`);
    const found = await until(() => trendOf(many));
    expect(found).toMatchObject({ kind: "topic", query: `#${many}`, people_count: ENOUGH, why: { kind: "popular" } });
    expect(found.url).toMatch(new RegExp(`/tags/${many}$`));
    const ids = new Set(people.map(({ id }) => id));
    expect(found.accounts).toHaveLength(3);
    expect(found.accounts.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(await trendOf(two)).toBeUndefined();
  });

  it("name the followed people they come from", async () => {
    const word = freshWord();
    const [viewer, otter, fern, ...others] = await makePeople(1 + ENOUGH);
    if (!viewer || !otter || !fern) throw new Error("enough people were made");
    await follow(viewer.id, otter.id);
    await follow(viewer.id, fern.id);
    for (const { id } of [...others, fern, otter]) await say(id, `#${word} here`);
    const token = await tokenOf(viewer);
    const found = await until(() => trendOf(word, token));
    expect(found.why).toMatchObject({ kind: "followed", count: 2 });
    expect(found.why.text).toMatch(/ and 1 you follow$/);
    expect(found.why.accounts.map(({ id }) => id).toSorted()).toEqual([otter.id, fern.id].toSorted());
  });

  it("do not count blocked or muted people, and show no muted words", async () => {
    const [word, muted] = [freshWord(), freshWord()];
    const [viewer, ...people] = await makePeople(1 + ENOUGH);
    if (!viewer) throw new Error("enough people were made");
    for (const { id } of people) await say(id, `#${word} #${muted}`);
    const { token } = await makeToken(viewer.id, ["read", "write"]);
    await until(() => trendOf(muted, token));
    const filter = { title: "No", context: ["home"], keywords_attributes: [{ keyword: muted, whole_word: true }] };
    expect((await call("POST", "/api/v2/filters", { token, json: filter })).status).toBe(200);
    expect(await trendOf(muted, token)).toBeUndefined();
    expect(await trendOf(word, token)).toBeDefined();
    // So many that too few are left, also where few bark.
    await ask(
      "MATCH (a:Person {id: $a}), (b:Person) WHERE b.id IN $b CREATE (b)-[:BLOCKS {id: b.id}]->(a) RETURN b.id AS id",
      { a: viewer.id, b: people.slice(0, 3).map(({ id }) => id) },
      IdRow,
    );
    expect(await trendOf(word, token)).toBeUndefined();
    expect(await trendOf(word)).toBeDefined();
  });

  it("leave out what staff hid, until it may trend again, and what limited people say", async () => {
    const [word, staff, people] = [freshWord(), await makeStaff(["trends"]), await makePeople(ENOUGH)];
    for (const { id } of people) await say(id, `#${word}`);
    await until(() => trendOf(word));
    const decide = async (hidden: boolean) => {
      const sent = { ...(await pagesOf(staff.id)), json: { key: word, name: word, hidden } };
      expect((await call("POST", "/api/v1/barker/town_hall/trends", sent)).status).toBe(200);
    };
    await decide(true);
    expect(await trendOf(word)).toBeUndefined();
    expect((await trendsToReview()).hidden[0]).toEqual({ key: word, name: word });
    await decide(false);
    expect(await trendOf(word)).toBeDefined();
    for (const { id } of people) await takeMeasure(TESTS, id, { measure: "limit", text: "" });
    expect(await trendOf(word)).toBeUndefined();
  });

  it("show faces only of people who want to be discovered", async () => {
    const word = freshWord();
    const [shy, ...others] = await makePeople(ENOUGH);
    if (!shy) throw new Error("enough people were made");
    await ask("MATCH (p:Person {id: $id}) SET p.discoverable = false RETURN p.id AS id", { id: shy.id }, IdRow);
    for (const { id } of [shy, ...others]) await say(id, `#${word}`);
    const found = await until(() => trendOf(word));
    expect(found.people_count).toBe(ENOUGH);
    expect(found.accounts.map(({ id }) => id)).not.toContain(shy.id);
  });

  it("follow a bark from its delivery to its deletion, and count only public barks", async () => {
    const word = freshWord();
    const people = await makePeople(4);
    const barks = [];
    for (const [at, { id }] of people.entries()) {
      barks.push(await bark(id, `Look: ${word}`, at === 3 ? "unlisted" : "public"));
    }
    expect(await authorsOf(word)).toEqual(
      people
        .slice(0, 3)
        .map(({ id }) => id)
        .toSorted(),
    );
    const [first, second] = [people[0]?.id ?? "", people[1]?.id ?? ""];
    await editBark(first, barks[0] ?? "", { text: "Nothing", spoiler: "", sensitive: false });
    await countTrends({ outboxId: newId(), kind: "edit", actorId: first, subjectId: barks[0] ?? "" });
    await deleteBark(second, barks[1] ?? "");
    await countTrends({ outboxId: newId(), kind: "delete", actorId: second, subjectId: barks[1] ?? "" });
    expect(await authorsOf(word)).toEqual([people[2]?.id]);
  });
});

describe("trends in Mastodon's format", () => {
  it("are topics with a week of history, newest day first, at both addresses", async () => {
    const word = freshWord();
    const people = await makePeople(ENOUGH);
    for (const { id } of people) await bark(id, `#${word}`);
    const find = async (path: string) => Tags.parse((await call("GET", path)).json).find(({ name }) => name === word);
    const found = await until(() => find("/api/v1/trends/tags?limit=20"));
    expect(found.history).toHaveLength(7);
    expect(found.history[0]).toMatchObject({ uses: String(ENOUGH), accounts: String(ENOUGH) });
    expect(await find("/api/v1/trends?limit=20")).toEqual(found);
  });

  it("have no links, and reject invalid parameters", async () => {
    expect((await call("GET", "/api/v1/trends/links")).json).toEqual([]);
    expect((await call("GET", "/api/v1/trends/tags?limit=many")).status).toBe(422);
    expect((await call("GET", "/api/v1/trends/tags?limit=0")).status).toBe(200);
    const token = await tokenOf(await makePerson());
    expect((await call("GET", "/api/v1/trends/tags?personal=true&limit=3", { token })).status).toBe(200);
    expect((await call("GET", "/api/v1/trends/tags?personal=true&offset=1000")).json).toEqual([]);
  });
});
