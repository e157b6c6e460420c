import { afterAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { driver, IdRow } from "@/lib/neo4j";
import { follow } from "@/lib/people/writes";
import { bookmark } from "@/lib/reactions/writes";
import { Found } from "@/lib/search/schema";
import { call } from "@/testing/api";
import { ask, plantBarks } from "@/testing/graph";
import { freshHandle, makePeople, makePerson, makeToken } from "@/testing/people";
import { bark, relate, searcher, two } from "@/testing/searching";

afterAll(() => driver().close());

describe("searching for barks", () => {
  it("finds a new bark by its words, whatever their case and accents, newest first", async () => {
    const { viewer, barks } = await searcher();
    const author = await makePerson();
    const word = freshHandle();
    const first = await bark(author, `Élan of the ${word} river`);
    const own = await bark(viewer, `${word.toUpperCase()}! A river, elan.`);
    expect(await barks(word)).toEqual([own, first]);
    expect(await barks(`ELAN ${word}`)).toEqual([own, first]);
    expect(await barks(`river the ${word.slice(0, 12)}`)).toEqual([own, first]);
    expect(await barks(`${word} meadow`)).toEqual([]);
    expect(await barks(`${word.slice(0, 12)} `)).toEqual([]);
  });

  it("searches among the viewer's bookmarks only, by all words or none, and not among somebody else's", async () => {
    const { viewer, barks } = await searcher();
    const author = await makePerson();
    const word = freshHandle();
    const [older, newer] = [await bark(author, `Soup ${word}`), await bark(author, `Bread ${word}`)];
    const other = await bark(author, `Stew ${word}`);
    for (const id of [newer, older]) await bookmark(viewer.id, id);
    await bookmark(author.id, other);
    expect(await barks(`in:bookmarks ${word}`)).toEqual([newer, older]);
    expect(await barks(`in:bookmarks ${word} soup`)).toEqual([older]);
    expect(await barks("in:bookmarks")).toEqual([newer, older]);
    expect(await barks(`in:bookmarks ${word}`, "&limit=1&offset=1")).toEqual([older]);
    await relate(author, "BLOCKS", viewer);
    expect(await barks(`in:bookmarks ${word}`)).toEqual([]);
    expect(await (await searcher()).barks(`in:bookmarks ${word}`)).toEqual([]);
  });

  it("finds exact phrases, content notes, other scripts and emoji", async () => {
    const { barks } = await searcher();
    const author = await makePerson();
    const word = freshHandle();
    const there = await bark(author, `${word}: the wild seed swap 花火大会 🦦 don’t miss`);
    const noted = await bark(author, "Look", { spoiler: `About ${word} seed` });
    expect(await barks(`${word} "seed swap"`)).toEqual([there]);
    expect(await barks(`${word} "swap seed"`)).toEqual([]);
    expect(await barks(`${word} seed`)).toEqual([noted, there]);
    for (const said of ["花火", "🦦", "don't", "don’t"]) expect(await barks(`${said} ${word}`)).toEqual([there]);
  });

  it("supports the operators for author, topic, language, pictures and days", async () => {
    const { viewer, barks } = await searcher();
    const [otter, fern] = await two();
    const word = freshHandle();
    const tagged = await bark(otter, `${word} #Seed${word}`);
    const german = await bark(fern, `${word} Samen`, { language: "de" });
    const own = await bark(viewer, word);
    expect(await barks(`${word} from:@${otter.handle.toUpperCase()}`)).toEqual([tagged]);
    expect(await barks(`from:${fern.handle}`)).toEqual([german]);
    expect(await barks(`${word} from:me`)).toEqual([own]);
    expect(await barks(`${word} from:${freshHandle()}`)).toEqual([]);
    expect(await barks(`#seed${word}`)).toEqual([tagged]);
    expect(await barks(`#seed${word.slice(0, 14)}`)).toEqual([]);
    expect(await barks(`${word} language:de`)).toEqual([german]);
    expect(await barks(`${word} has:media`)).toEqual([]);
    const picture = { id: newId(), key: "0".repeat(32), width: 1, height: 1, thumbhash: "" };
    const shows =
      "MATCH (b:Bark {id: $id}) CREATE (b)-[:SHOWS {order: 0}]->(m:Media) SET m = $picture RETURN b.id AS id";
    await ask(shows, { id: own, picture }, IdRow);
    expect(await barks(`${word} has:media`)).toEqual([own]);
    expect(await barks(`${word} after:2000-01-01 before:2050-01-01`)).toEqual([own, german, tagged]);
    expect(await barks(`${word} before:2020-01-01`)).toEqual([]);
  });

  it("finds what each operator says, and everything else when a minus sign precedes it", async () => {
    const { viewer, barks } = await searcher();
    const [otter, fern] = await two();
    const word = freshHandle();
    const tagged = await bark(otter, `${word} #Seed${word} in the old barn`);
    const german = await bark(fern, `${word} Samen`, { language: "de-AT" });
    const own = await bark(viewer, `${word} barn, and old`, { language: null });
    const picture = { id: newId(), key: "0".repeat(32), width: 1, height: 1, thumbhash: "" };
    const shows =
      "MATCH (b:Bark {id: $id}) CREATE (b)-[:SHOWS {order: 0}]->(m:Media) SET m = $picture RETURN b.id AS id";
    await ask(shows, { id: own, picture }, IdRow);
    const all = [own, german, tagged];
    const day = new Date().toISOString().slice(0, 10);
    const cases: [operator: string, found: string[]][] = [
      [`from:${otter.handle}`, [tagged]],
      [`from:@${otter.handle.toUpperCase()}`, [tagged]],
      ["from:me", [own]],
      [`#seed${word}`, [tagged]],
      ["samen", [german]],
      ['"old barn"', [tagged]],
      ["“old barn”", [tagged]],
      ["language:de", [german]],
      ["language:en", [tagged]],
      ["has:media", [own]],
      [`during:${day}`, all],
      ["after:2020-01-01", all],
      ["before:2020-01-01", []],
    ];
    for (const [operator, found] of cases) {
      expect([operator, await barks(`${word} ${operator}`)]).toEqual([operator, found]);
      const others = all.filter((id) => !found.includes(id));
      expect([operator, await barks(`${word} -${operator}`)]).toEqual([operator, others]);
      // A search with exclusions only returns nothing that is excluded.
      expect((await barks(`-${operator}`)).filter((id) => found.includes(id))).toEqual([]);
    }
    expect(await barks(`${word} -from:${freshHandle()}`)).toEqual(all);
    expect(await barks(`${word} -samen -barn`)).toEqual([]);
  });

  it("gives the same results with and without a trailing stop word, also while it is typed", async () => {
    const { barks } = await searcher();
    const author = await makePerson();
    const word = freshHandle();
    const [bare, there] = [await bark(author, `${word} hello`), await bark(author, `${word} hello there`)];
    for (const more of ["", " there", " there ", " the", " to ", " -there2"]) {
      expect([more, await barks(`${word} hello${more}`)]).toEqual([more, [there, bare]]);
    }
    expect(await barks(`${word} hello ther`)).toEqual([there]);
    expect(await barks(`${word} "hello there"`)).toEqual([there]);
    expect(await barks(`${word} hello -there`)).toEqual([bare]);
  });

  it("pages from new barks to old ones", async () => {
    const { barks } = await searcher();
    const author = await makePerson();
    const planted = (
      await Promise.all(
        [1, 20, 200, 900].map((days) => plantBarks(author.id, 3, { until: Date.now() - days * 86_400_000 })),
      )
    ).flat();
    expect(await barks(`from:${author.handle}`)).toEqual(planted);
    expect(await barks(`from:${author.handle} bark`, "&limit=5")).toEqual(planted.slice(0, 5));
    expect(await barks(`from:${author.handle} bark`, "&limit=5&offset=5")).toEqual(planted.slice(5, 10));
    expect(await barks("bark", `&account_id=${author.id}&limit=5&max_id=${planted[4]}`)).toEqual(planted.slice(5, 10));
    expect(await barks("bark", `&account_id=${author.id}&min_id=${planted[4]}`)).toEqual(planted.slice(0, 4));
  });

  it("shows only public barks of others, but always the viewer's own, liked and bookmarked ones", async () => {
    const { viewer, barks, token } = await searcher();
    const author = await makePerson();
    const word = freshHandle();
    const unlisted = await bark(author, `${word} one`, { audience: "unlisted" });
    const secret = await bark(author, `${word} two`, { audience: "private" });
    const own = await bark(viewer, `${word} mine`, { audience: "private" });
    await follow(viewer.id, author.id);
    expect(await barks(word)).toEqual([own]);
    expect((await call("POST", `/api/v1/statuses/${unlisted}/favourite`, { token })).status).toBe(200);
    expect((await call("POST", `/api/v1/statuses/${secret}/bookmark`, { token })).status).toBe(200);
    expect(await barks(word)).toEqual([own, secret, unlisted]);
  });

  it("shows no deleted barks, and none of people who block the viewer, are blocked, muted or not indexable", async () => {
    const { viewer, barks, token } = await searcher();
    const [blocker, blocked, muted, shy, author] = await makePeople(5);
    if (!blocker || !blocked || !muted || !shy || !author) throw new Error("five people were made");
    const word = freshHandle();
    for (const person of [blocker, blocked, muted, shy]) await bark(person, `${word} hidden`);
    const [gone, kept] = [await bark(author, word), await bark(author, word)];
    await relate(blocker, "BLOCKS", viewer);
    await relate(viewer, "BLOCKS", blocked);
    await relate(viewer, "MUTES", muted);
    await ask("MATCH (p:Person {id: $id}) SET p.indexable = false RETURN p.id AS id", { id: shy.id }, IdRow);
    const { token: theirs } = await makeToken(author.id);
    expect((await call("DELETE", `/api/v1/statuses/${gone}`, { token: theirs })).status).toBe(200);
    expect(await barks(word)).toEqual([kept]);
    // The setting says "By everybody, not only your followers".
    await follow(viewer.id, shy.id);
    expect(await barks(`${word} from:${shy.handle}`)).toHaveLength(1);
    for (const { handle } of [blocker, blocked]) expect(await barks(`from:${handle}`)).toEqual([]);
    const filter = {
      title: "No",
      context: ["public"],
      filter_action: "hide",
      keywords_attributes: [{ keyword: word }],
    };
    expect((await call("POST", "/api/v2/filters", { token, json: filter })).status).toBe(200);
    expect(await barks(word)).toEqual([]);
  });

  it("needs a signed-in viewer; signed-out visitors find people and topics only", async () => {
    const author = await makePerson();
    const word = freshHandle();
    await bark(author, `#${word}`);
    const find = async (q: string) => Found.parse((await call("GET", `/api/v2/search?q=${q}`)).json);
    const found = await find(`%23${word}`);
    expect(found.statuses).toEqual([]);
    expect(found.hashtags.map(({ name }) => name)).toEqual([word]);
    expect((await find(author.handle)).accounts.map(({ id }) => id)).toEqual([author.id]);
  });
});
