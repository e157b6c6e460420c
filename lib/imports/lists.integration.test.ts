import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { env } from "@/lib/env";
import { driver, IdRow } from "@/lib/neo4j";
import { relationships } from "@/lib/people/reads";
import { call, type Sent } from "@/testing/api";
import { ask } from "@/testing/graph";
import { carriedOut, checked, join, settle, unsay, work, type Importer } from "@/testing/imports";
import { makePeople, makePerson, makeToken, type TestPerson } from "@/testing/people";

afterAll(() => driver().close());

const PATH = "/api/v1/barker/imports";
const host = () => new URL(env().BARKER_ORIGIN).host;

let owner: Importer;
beforeEach(async () => {
  owner = await join();
});

const own = (method: string, path: string, sent: Sent = {}) => call(method, path, { token: owner.token, ...sent });
const act = (person: TestPerson, verb: string, json: object = {}) =>
  own("POST", `/api/v1/accounts/${person.id}/${verb}`, { json });
const tie = async (person: TestPerson) => (await relationships(owner.id, [person.id]))[0];
const addresses = (people: TestPerson[]) => people.map(({ handle }) => `${handle}@${host()}\n`).join("");

describe("an import of blocks and mutes", () => {
  it("blocks, and undoes only the blocks that it made", async () => {
    const [fern, oak, shy] = (await makePeople(3)) as [TestPerson, TestPerson, TestPerson];
    await act(fern, "follow");
    await act(oak, "block");
    const ready = await checked(owner.token, "blocks", addresses([fern, oak, shy]));
    expect(ready).toMatchObject({ counts: { new: 2, there: 1 } });
    expect(await carriedOut(owner.token, ready, "start")).toMatchObject({ counts: { added: 2, there: 1 } });
    for (const person of [fern, oak, shy])
      expect(await tie(person)).toMatchObject({ blocking: true, following: false });
    expect(await carriedOut(owner.token, ready, "undo")).toMatchObject({ counts: { undone: 2, there: 1 } });
    expect([await tie(fern), await tie(oak)]).toMatchObject([{ blocking: false }, { blocking: true }]);
  });

  it("mutes with or without alerts, and leaves existing mutes as they are", async () => {
    const [fern, oak, elm, ash] = (await makePeople(4)) as [TestPerson, TestPerson, TestPerson, TestPerson];
    await act(oak, "mute", { notifications: true });
    await act(ash, "mute", { duration: 1 });
    await ask("MATCH ()-[m:MUTES]->(:Person {id: $id}) SET m.until = 1 RETURN $id AS id", { id: ash.id }, IdRow);
    const file = `Account address,Hide notifications\n${[fern, oak, ash].map(({ handle }) => `${handle},false`).join("\n")}\n${elm.handle},true\n`;
    const done = await carriedOut(owner.token, await checked(owner.token, "mutes", file), "start");
    expect(done).toMatchObject({ counts: { added: 3, there: 1 } });
    expect(await tie(fern)).toMatchObject({ muting: true, muting_notifications: false });
    expect(await tie(oak)).toMatchObject({ muting: true, muting_notifications: true });
    expect(await tie(elm)).toMatchObject({ muting: true, muting_notifications: true });
    expect(await tie(ash)).toMatchObject({ muting: true });
    expect(await carriedOut(owner.token, done, "undo")).toMatchObject({ counts: { undone: 3, there: 1 } });
    expect([await tie(fern), await tie(oak), await tie(ash)]).toMatchObject([
      { muting: false },
      { muting: true },
      { muting: false },
    ]);
  });
});

describe("an import of lists", () => {
  const Lists = z.array(z.object({ id: z.string(), title: z.string() }));
  const titles = async () =>
    Lists.parse((await own("GET", "/api/v1/lists")).json)
      .map(({ title }) => title)
      .toSorted();
  const membersOf = async (title: string) => {
    const list = Lists.parse((await own("GET", "/api/v1/lists")).json).find((one) => one.title === title);
    return z.array(IdRow).parse((await own("GET", `/api/v1/lists/${list?.id}/accounts`)).json);
  };

  it("adds to lists of the same title and creates others; undoing leaves what was there", async () => {
    const [fern, oak, stranger] = (await makePeople(3)) as [TestPerson, TestPerson, TestPerson];
    for (const person of [fern, oak]) await act(person, "follow");
    const { id } = IdRow.parse((await own("POST", "/api/v1/lists", { json: { title: "Choir" } })).json);
    await own("POST", `/api/v1/lists/${id}/accounts`, { json: { account_ids: [fern.id] } });
    const file = `Choir,${fern.handle}\nChoir,${oak.handle}\n"Bread, jam",${fern.handle}\n"Bread, jam",${oak.handle}\nBus,${oak.handle}\nBus,${stranger.handle}\n`;
    const ready = await checked(owner.token, "lists", file);
    expect(ready).toMatchObject({ counts: { new: 4, there: 1, not_followed: 1 } });
    expect(ready.not_taken).toMatchObject([{ line: 6, list: "Bus", reason: "not_followed" }]);
    const done = await carriedOut(owner.token, ready, "start");
    expect(done).toMatchObject({ counts: { added: 4, there: 1, not_followed: 1 } });
    expect(await titles()).toEqual(["Bread, jam", "Bus", "Choir"]);
    expect((await membersOf("Choir")).map((one) => one.id).toSorted()).toEqual([fern.id, oak.id].toSorted());
    // Somebody was added by hand, so this list is not the import's alone.
    const bus = Lists.parse((await own("GET", "/api/v1/lists")).json).find(({ title }) => title === "Bus");
    await own("POST", `/api/v1/lists/${bus?.id}/accounts`, { json: { account_ids: [fern.id] } });
    expect(await carriedOut(owner.token, done, "undo")).toMatchObject({ counts: { undone: 4, there: 1 } });
    expect(await titles()).toEqual(["Bus", "Choir"]);
    expect(await membersOf("Choir")).toMatchObject([{ id: fern.id }]);
    expect(await membersOf("Bus")).toMatchObject([{ id: fern.id }]);
  });

  it("removes the lists that it created also when its worker had to begin again", async () => {
    const fern = await makePerson();
    await act(fern, "follow");
    const ready = await checked(owner.token, "lists", `Choir,${fern.handle}\nBus,${fern.handle}\n`);
    await own("POST", `${PATH}/${ready.id}/start`);
    await work();
    await unsay(ready.id);
    const again =
      "MATCH (i:Import {id: $id}) SET i.state = 'running', i.place = 0, i.dueAt = 0, i:OpenImport RETURN i.id AS id";
    await ask(again, { id: ready.id }, IdRow);
    expect(await settle(owner.token, ready.id)).toMatchObject({ state: "done" });
    await carriedOut(owner.token, ready, "undo");
    expect(await titles()).toEqual([]);
  });
});

describe("an import of bookmarks", () => {
  it("takes barks that its owner may see, by their address", async () => {
    const other = await join();
    const bark = async (json: object) =>
      IdRow.parse((await call("POST", "/api/v1/statuses", { token: other.token, json })).json).id;
    const [open, there, hidden] = [
      await bark({ status: "Open" }),
      await bark({ status: "Marked" }),
      await bark({ status: "Hidden", visibility: "private" }),
    ];
    await own("POST", `/api/v1/statuses/${there}/bookmark`);
    const address = (id: string) => `${env().BARKER_ORIGIN}/@${other.handle}/${id}`;
    const file = [open, there, hidden, "1000000000000000001"].map(address).join("\n");
    const ready = await checked(owner.token, "bookmarks", `${file}\nhttps://elsewhere.example/@a/1\n`);
    expect(ready).toMatchObject({ counts: { new: 1, there: 1, unknown: 2, elsewhere: 1 } });
    const done = await carriedOut(owner.token, ready, "start");
    const marked = async () =>
      z
        .array(IdRow)
        .parse((await own("GET", "/api/v1/bookmarks")).json)
        .map(({ id }) => id);
    expect(await marked()).toEqual([open, there]);
    expect(await carriedOut(owner.token, done, "undo")).toMatchObject({ counts: { undone: 1, there: 1 } });
    expect(await marked()).toEqual([there]);
  });
});

describe("the exported lists", () => {
  const table = async (token: string, name: string) => call("GET", `/api/v1/barker/exports/${name}.csv`, { token });

  it("brought into another account are the same there", async () => {
    const [fern, oak, elm] = (await makePeople(3)) as [TestPerson, TestPerson, TestPerson];
    await act(fern, "follow", { reblogs: false, notify: true, languages: ["en", "de"] });
    await act(oak, "follow");
    await act(elm, "block");
    await act(oak, "mute", { notifications: false });
    for (const title of ["=SUM(A1)", 'Bread, "jam"']) {
      const { id } = IdRow.parse((await own("POST", "/api/v1/lists", { json: { title } })).json);
      await own("POST", `/api/v1/lists/${id}/accounts`, { json: { account_ids: [fern.id] } });
    }
    const { token: theirs } = await makeToken(fern.id);
    const bark = await call("POST", "/api/v1/statuses", { token: theirs, json: { status: "Hello" } });
    await own("POST", `/api/v1/statuses/${IdRow.parse(bark.json).id}/bookmark`);
    const kinds = ["follows", "blocks", "mutes", "lists", "bookmarks"];
    const files = await Promise.all(kinds.map(async (kind) => (await table(owner.token, kind)).text));
    expect(files[0]?.split("\n")[0]).toBe("Account address,Show boosts,Notify on new posts,Languages");
    expect(files[0]).toContain(`${fern.handle}@${host()},false,true,"en, de"\n`);
    expect(files[3]).toContain(`'=SUM(A1),${fern.handle}@${host()}\n`);
    const newcomer = await join();
    for (const [index, kind] of kinds.entries()) {
      await carriedOut(newcomer.token, await checked(newcomer.token, kind, files[index] ?? ""), "start");
    }
    const again = await Promise.all(kinds.map(async (kind) => (await table(newcomer.token, kind)).text));
    const sorted = (texts: string[]) => texts.map((text) => text.split("\n").toSorted());
    expect(sorted(again)).toEqual(sorted(files));
  });

  it("need a scope to read, exist under these names only, and leave out mutes with an end", async () => {
    const fern = await makePerson();
    await act(fern, "mute", { duration: 3_600 });
    expect((await table(owner.token, "mutes")).text).toBe("Account address,Hide notifications\n");
    expect((await table(owner.token, "passwords")).status).toBe(404);
    const { token } = await makeToken(owner.id, ["write"]);
    expect((await table(token, "follows")).status).toBe(403);
    expect((await call("GET", "/api/v1/barker/exports/follows.csv")).status).toBe(401);
  });
});
