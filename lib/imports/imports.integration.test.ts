import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { env } from "@/lib/env";
import { driver, IdRow } from "@/lib/neo4j";
import { relationships } from "@/lib/people/reads";
import { applyLimit } from "@/lib/limits/writes";
import { call, type Sent } from "@/testing/api";
import { changeEnv } from "@/testing/change-env";
import { ask, count } from "@/testing/graph";
import { carriedOut, checked, join, seen, settle, unsay, upload, work, type Importer } from "@/testing/imports";
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
const lock = (person: TestPerson) =>
  ask("MATCH (p:Person {id: $id}) SET p.locked = true RETURN p.id AS id", { id: person.id }, IdRow);
const tie = async (person: TestPerson, viewer: TestPerson = owner) => (await relationships(viewer.id, [person.id]))[0];
const addresses = (people: TestPerson[]) => people.map(({ handle }) => `${handle}@${host()}\n`).join("");

describe("an import of follows", () => {
  it("is first only checked, then carried out, and undone to what it was before", async () => {
    const [fern, oak, elm, shy, foe, stranger] = (await makePeople(6)) as [
      TestPerson,
      TestPerson,
      TestPerson,
      TestPerson,
      TestPerson,
      TestPerson,
    ];
    await lock(shy);
    await act(oak, "follow", { reblogs: false });
    const { token: foeToken } = await makeToken(foe.id);
    await call("POST", `/api/v1/accounts/${owner.id}/block`, { token: foeToken });
    const file = [
      "Account address,Show boosts,Notify on new posts,Languages",
      `${fern.handle}@${host()},false,true,"de, en"`,
      `${oak.handle},true,true,`,
      `@${elm.handle.toUpperCase()},true,false,`,
      `${shy.handle},true,false,`,
      `${foe.handle},true,false,`,
      `${owner.handle},true,false,`,
      `${fern.handle},true,false,`,
      "nobody_at_all,true,false,",
      `${stranger.handle}@elsewhere.example,true,false,`,
      "no address,true,false,",
    ].join("\n");
    const before = await checked(owner.token, "follows", file);
    expect(before).toMatchObject({
      state: "ready",
      lines: 10,
      processed: 10,
      counts: { new: 3, there: 1, unknown: 2, self: 1, repeated: 1, elsewhere: 1, invalid: 1 },
      waits_until: null,
    });
    expect(before.not_taken.map(({ line, reason }) => [line, reason])).toEqual([
      [6, "unknown"],
      [7, "self"],
      [8, "repeated"],
      [9, "unknown"],
      [10, "elsewhere"],
      [11, "invalid"],
    ]);
    expect(await tie(fern)).toMatchObject({ following: false });

    const after = await carriedOut(owner.token, before, "start");
    expect(after).toMatchObject({ state: "done", counts: { added: 2, requested: 1, there: 1 } });
    expect(await tie(fern)).toMatchObject({ following: true, showing_reblogs: false, notifying: true });
    expect(await tie(fern)).toMatchObject({ languages: ["de", "en"] });
    // What was there keeps its settings.
    expect(await tie(oak)).toMatchObject({ following: true, showing_reblogs: false, notifying: false });
    expect(await tie(shy)).toMatchObject({ following: false, requested: true });
    expect(await tie(foe)).toMatchObject({ following: false, requested: false });
    expect(await tie(stranger)).toMatchObject({ following: false });
    expect(await count("(:Person {id: $id})<-[:FOLLOWS]-(:Person {id: $by})", { id: fern.id, by: owner.id })).toBe(1);

    const undone = await carriedOut(owner.token, before, "undo");
    expect(undone).toMatchObject({ state: "undone", counts: { undone: 3, there: 1 } });
    for (const person of [fern, elm]) expect(await tie(person)).toMatchObject({ following: false });
    expect(await tie(shy)).toMatchObject({ requested: false });
    expect(await tie(oak)).toMatchObject({ following: true });
  });

  it("adds nothing when it is run again", async () => {
    const people = await makePeople(3);
    await carriedOut(owner.token, await checked(owner.token, "follows", addresses(people)), "start");
    const again = await checked(owner.token, "follows", addresses(people));
    expect(again).toMatchObject({ counts: { there: 3 } });
    expect(await carriedOut(owner.token, again, "start")).toMatchObject({ state: "done", counts: { there: 3 } });
    // Undoing the second one removes nothing, since it added nothing.
    expect(await carriedOut(owner.token, again, "undo")).toMatchObject({ state: "undone", counts: { there: 3 } });
    for (const person of people) expect(await tie(person)).toMatchObject({ following: true });
  });

  it("does not undo a follow that was ended and made again by hand", async () => {
    const [fern, oak] = (await makePeople(2)) as [TestPerson, TestPerson];
    const done = await carriedOut(owner.token, await checked(owner.token, "follows", addresses([fern, oak])), "start");
    await act(fern, "unfollow");
    await act(fern, "follow");
    const undone = await carriedOut(owner.token, done, "undo");
    expect(undone).toMatchObject({ counts: { undone: 1, changed: 1 }, not_taken: [{ line: 1, reason: "changed" }] });
    expect([await tie(fern), await tie(oak)]).toMatchObject([{ following: true }, { following: false }]);
  });

  it("undoes a follow that somebody approved meanwhile", async () => {
    const shy = await join();
    await lock(shy);
    const done = await carriedOut(owner.token, await checked(owner.token, "follows", addresses([shy])), "start");
    await call("POST", `/api/v1/follow_requests/${owner.id}/authorize`, { token: shy.token });
    expect(await tie(shy)).toMatchObject({ following: true });
    expect(await carriedOut(owner.token, done, "undo")).toMatchObject({ counts: { undone: 1 } });
    expect(await tie(shy)).toMatchObject({ following: false, requested: false });
  });

  it("takes who blocked the owner after the check, or left, as not found", async () => {
    const [foe, gone] = [await join(), await makePerson()];
    const ready = await checked(owner.token, "follows", addresses([foe, gone]));
    await call("POST", `/api/v1/accounts/${owner.id}/block`, { token: foe.token });
    await ask("MATCH (p:Person {id: $id}) REMOVE p:Person SET p:Suspended RETURN p.id AS id", { id: gone.id }, IdRow);
    expect(await carriedOut(owner.token, ready, "start")).toMatchObject({ counts: { unknown: 2 } });
    expect(await tie(foe)).toMatchObject({ following: false, requested: false });
  });

  it("carried out by many workers at once adds each follow once", async () => {
    const people = [...(await makePeople(30)), ...(await makePeople(30))];
    const ready = await checked(owner.token, "follows", addresses(people));
    await Promise.all(Array.from({ length: 4 }, () => own("POST", `${PATH}/${ready.id}/start`)));
    while ((await seen(owner.token, ready.id)).state === "running") {
      await Promise.all(Array.from({ length: 6 }, () => work()));
    }
    expect(await seen(owner.token, ready.id)).toMatchObject({ state: "done", processed: 60, counts: { added: 60 } });
    expect(await count("(:Person {id: $id})-[:FOLLOWS]->()", { id: owner.id })).toBe(60);
  });

  it("goes on where a worker stopped, and still knows what it added", async () => {
    const people = await makePeople(3);
    const ready = await checked(owner.token, "follows", addresses(people));
    await own("POST", `${PATH}/${ready.id}/start`);
    await work();
    // As if the worker had stopped after it had followed them, and before it could store that.
    const back =
      "MATCH (i:Import {id: $id}) SET i.state = 'running', i.place = 0, i.dueAt = 0, i.tally = '{\"counts\":{},\"notTaken\":[]}', i:OpenImport RETURN i.id AS id";
    await ask(back, { id: ready.id }, IdRow);
    await unsay(ready.id);
    expect(await settle(owner.token, ready.id)).toMatchObject({ state: "done", counts: { added: 3 } });
    expect(await carriedOut(owner.token, ready, "undo")).toMatchObject({ counts: { undone: 3 } });
    expect(await count("(:Person {id: $id})-[:FOLLOWS]->()", { id: owner.id })).toBe(0);
  });

  it("can be undone while it is carried out", async () => {
    const people = [...(await makePeople(30)), ...(await makePeople(30))];
    const ready = await checked(owner.token, "follows", addresses(people));
    await own("POST", `${PATH}/${ready.id}/start`);
    await work();
    expect((await seen(owner.token, ready.id)).state).toBe("running");
    expect(await carriedOut(owner.token, ready, "undo")).toMatchObject({ state: "undone", counts: { undone: 50 } });
    expect(await count("(:Person {id: $id})-[:FOLLOWS]->()", { id: owner.id })).toBe(0);
  });

  it("waits when its owner has followed as many people as anybody may, and leaves some follows for the hand", async () => {
    const fern = await makePerson();
    const ready = await checked(owner.token, "follows", addresses([fern]));
    changeEnv("BARKER_RATE_LIMITS", "on");
    try {
      for (let time = 0; time < 150; time++) await applyLimit("follow", owner.id);
      await own("POST", `${PATH}/${ready.id}/start`);
      await work();
      const waiting = await seen(owner.token, ready.id);
      expect(waiting).toMatchObject({ state: "running", processed: 0, waits_until: expect.any(String) });
      expect(await act(fern, "follow")).toMatchObject({ status: 200 });
    } finally {
      changeEnv("BARKER_RATE_LIMITS", "off");
    }
    // Undoing does not wait for the limit.
    const undone = await carriedOut(owner.token, ready, "undo");
    expect(undone).toMatchObject({ state: "undone", waits_until: null });
    expect(await tie(fern)).toMatchObject({ following: true });
  });
});

describe("the import", () => {
  it("refuses blocked servers, junk, files that are too large, and kinds that do not exist, with a sentence", async () => {
    const refused = async (kind: string, file: string | Uint8Array<ArrayBuffer>) => {
      const { status, json } = await upload(owner.token, kind, file);
      return [status, z.object({ error: z.string() }).parse(json).error];
    };
    expect(await refused("domain_blocks", "#domain\nbad.example\n")).toEqual([
      422,
      "Validation failed: This town is not connected to other servers, so there is nothing to block.",
    ]);
    expect(await refused("follows", Uint8Array.of(0xff, 0xd8, 0xff))).toMatchObject([422, /CSV/]);
    expect(await refused("follows", "")).toMatchObject([422, expect.any(String)]);
    expect(await refused("filters", "a")).toMatchObject([422, expect.any(String)]);
    expect(await refused("follows", "x\n".repeat(1_200_000))).toMatchObject([413, expect.any(String)]);
    expect((await own("POST", PATH, { json: { kind: "follows", file: "fern" } })).status).toBe(422);
    expect((await own("GET", PATH)).json).toEqual([]);
  });

  it("is its owner's alone", async () => {
    const [fern, other] = [await makePerson(), await join()];
    const ready = await checked(owner.token, "follows", addresses([fern]));
    for (const [method, path] of [
      ["GET", ""],
      ["DELETE", ""],
      ["POST", "/start"],
      ["POST", "/undo"],
      ["GET", "/report.csv"],
    ]) {
      const { status } = await call(String(method), `${PATH}/${ready.id}${path}`, { token: other.token });
      expect([method, path, status]).toEqual([method, path, 404]);
    }
    expect((await call("GET", PATH, { token: other.token })).json).toEqual([]);
    expect((await call("GET", PATH)).status).toBe(401);
    const reader = await makeToken(owner.id, ["read"]);
    expect(await call("POST", `${PATH}/${ready.id}/start`, { token: reader.token })).toMatchObject({ status: 403 });
    expect(await seen(owner.token, ready.id)).toMatchObject({ state: "ready" });
  });

  it("is one at a time, and one that was not started is replaced", async () => {
    const people = [...(await makePeople(30)), ...(await makePeople(30))];
    const first = await checked(owner.token, "follows", addresses(people));
    const second = await checked(owner.token, "follows", addresses(people));
    expect((await own("GET", `${PATH}/${first.id}`)).status).toBe(404);
    expect(await own("POST", `${PATH}/${second.id}/undo`)).toMatchObject({ status: 409 });
    await own("POST", `${PATH}/${second.id}/start`);
    expect(await upload(owner.token, "follows", addresses(people))).toMatchObject({ status: 409 });
    expect(await own("DELETE", `${PATH}/${second.id}`)).toMatchObject({ status: 409 });
    await settle(owner.token, second.id);
    expect(await own("POST", `${PATH}/${second.id}/start`)).toMatchObject({ status: 200, json: { state: "done" } });
    expect(await own("DELETE", `${PATH}/${second.id}`)).toMatchObject({ status: 200 });
    expect(await count("(:Person {id: $id})-[:FOLLOWS]->()", { id: owner.id })).toBe(60);
    expect(await own("POST", `${PATH}/${second.id}/undo`)).toMatchObject({ status: 404 });
  });

  it("leaves nothing behind when several are uploaded at once", async () => {
    const fern = await makePerson();
    await Promise.all(Array.from({ length: 3 }, () => upload(owner.token, "follows", addresses([fern]))));
    expect((await own("GET", PATH)).json).toHaveLength(1);
    expect(await count("(:Person {id: $id})-[:MADE_IMPORT]->()-[:HAS_PART]->()", { id: owner.id })).toBe(1);
  });

  it("reports each line that was not taken, in a file that no spreadsheet calculates", async () => {
    const file = `=2+5@x,true\n"a, ""b""",true\nnobody_at_all,true\n`;
    const ready = await checked(owner.token, "follows", file);
    const { status, headers, text } = await own("GET", `${PATH}/${ready.id}/report.csv`);
    expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(text.split("\n")).toEqual([
      "Line,List,Address,Reason",
      "1,,'=2+5@x,This is not an address.",
      '2,,"a, ""b""",This is not an address.',
      "3,,nobody_at_all,Not found here.",
      "",
    ]);
  });

  it("waits while its owner's account is closed", async () => {
    const fern = await makePerson();
    const ready = await checked(owner.token, "follows", addresses([fern]));
    await own("POST", `${PATH}/${ready.id}/start`);
    const close = "MATCH (p:Person {id: $id}) SET p.disabledAt = $at RETURN p.id AS id";
    await ask(close, { id: owner.id, at: Date.now() }, IdRow);
    await work();
    expect(await count("(:Person {id: $id})-[:FOLLOWS]->()", { id: owner.id })).toBe(0);
    await ask(close, { id: owner.id, at: null }, IdRow);
    expect(await settle(owner.token, ready.id)).toMatchObject({ state: "done" });
  });

  it("stops plainly when it fails again and again, and can then be undone", async () => {
    const people = [...(await makePeople(30)), ...(await makePeople(30))];
    const ready = await checked(owner.token, "follows", addresses(people));
    const spoil =
      "MATCH (i:Import {id: $id})-[:HAS_PART]->(p {number: 1}) WITH i, p, p.lines AS lines SET p.lines = $lines RETURN lines";
    const Spoilt = z.object({ lines: z.string() });
    // Before the start, since workers of other test files can take a part too.
    const [before] = await ask(spoil, { id: ready.id, lines: "no lines" }, Spoilt);
    await own("POST", `${PATH}/${ready.id}/start`);
    while ((await seen(owner.token, ready.id)).state === "running") {
      await work();
      await ask("MATCH (i:OpenImport {id: $id}) SET i.dueAt = 0 RETURN i.id AS id", { id: ready.id }, IdRow);
    }
    expect(await seen(owner.token, ready.id)).toMatchObject({ state: "stopped", counts: { added: 50 } });
    expect(await count("(:Import {id: $id, failures: 5})", { id: ready.id })).toBe(1);
    await work();
    expect(await count("(:Person {id: $id})-[:FOLLOWS]->()", { id: owner.id })).toBe(50);
    await ask(spoil, { id: ready.id, lines: before?.lines }, Spoilt);
    expect(await carriedOut(owner.token, ready, "undo")).toMatchObject({ state: "undone", counts: { undone: 50 } });
  });
});
