import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { HANDLE_RESERVED_MS } from "@/lib/account/rules";
import { signUp } from "@/lib/account/writes";
import { Status } from "@/lib/barks/schema";
import { driver } from "@/lib/neo4j";
import { call, signUpForm } from "@/testing/api";
import { ask, count } from "@/testing/graph";
import { freshHandle, makePerson, makeToken, pagesOf } from "@/testing/people";
import { until } from "@/testing/until";

afterAll(() => driver().close());

const PATH = "/api/v1/barker/account/handle";
const rename = async ({ id }: { id: string }, handle: string) =>
  call("POST", PATH, { ...(await pagesOf(id)), json: { handle } });
const lookup = (acct: string) => call("GET", `/api/v1/accounts/lookup?acct=${acct}`);

async function makeHolder(handle?: string) {
  const person = await makePerson(handle);
  return { ...person, token: (await makeToken(person.id)).token };
}

/** Ends the 30 days during which a former handle is reserved. */
const letGo = (key: string) =>
  ask("MATCH (f:FormerHandle {key: $key}) SET f.until = 1 RETURN f.key AS key", { key }, z.object({ key: z.string() }));

describe("a new handle", () => {
  it("works at once, and the old one leads to it", async () => {
    const [person, wanted] = [await makeHolder(), freshHandle()];
    expect(await rename(person, wanted)).toMatchObject({
      status: 200,
      json: { username: wanted, id: person.id },
    });
    for (const acct of [wanted, wanted.toUpperCase(), person.handle, `@${person.handle.toUpperCase()}`]) {
      expect(await lookup(acct)).toMatchObject({ status: 200, json: { id: person.id, username: wanted } });
    }
    const verified = await call("GET", "/api/v1/accounts/verify_credentials", { token: person.token });
    expect(verified.json).toMatchObject({ username: wanted, url: expect.stringContaining(`/@${wanted}`) });
  });

  it("may be the old one in another case", async () => {
    const person = await makeHolder();
    expect(await rename(person, person.handle.toUpperCase())).toMatchObject({ status: 200 });
    expect(await count("(f:FormerHandle)-[:LEADS_TO]->(:Person {id: $id})", { id: person.id })).toBe(0);
  });

  it("is rejected with a reason when it is reserved or invalid", async () => {
    const person = await makeHolder();
    for (const [handle, error] of [
      ["admin", "ERR_RESERVED"],
      ["a b", "ERR_INVALID"],
      ["ж", "ERR_INVALID"],
      ["", "ERR_BLANK"],
      ["x".repeat(31), "ERR_TOO_LONG"],
    ]) {
      expect(await rename(person, handle ?? "")).toMatchObject({
        status: 422,
        json: { details: { handle: [{ error }] } },
      });
    }
  });

  it("goes to exactly one of twenty who want it at once", async () => {
    const wanted = freshHandle();
    const people = await Promise.all(Array.from({ length: 20 }, () => makeHolder()));
    const answers = await Promise.all(
      people.map((person, turn) => rename(person, turn % 2 ? wanted : wanted.toUpperCase())),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, json } of answers.filter((answer) => answer.status !== 200)) {
      expect({ status, json }).toMatchObject({ status: 422, json: { details: { handle: [{ error: "ERR_TAKEN" }] } } });
    }
    expect(await count("(:Person {handleKey: $wanted})", { wanted })).toBe(1);
    expect(await count("(f:FormerHandle) WHERE f.key = $wanted", { wanted })).toBe(0);
  });

  it("goes to exactly one when people sign up with it and change to it at once", async () => {
    const wanted = freshHandle();
    const people = await Promise.all(Array.from({ length: 5 }, () => makeHolder()));
    const outcomes = await Promise.all([
      ...people.map(async (person) => (await rename(person, wanted)).status === 200),
      ...Array.from({ length: 5 }, async () => (await signUp({ ...signUpForm(), username: wanted })).ok),
    ]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await count("(:Person {handleKey: $wanted})", { wanted })).toBe(1);
  });

  it("leaves a person who changes twenty times at once with one handle, and every other one reserved or free", async () => {
    const person = await makeHolder();
    const wanted = Array.from({ length: 5 }, freshHandle);
    await Promise.all(wanted.map((handle) => rename(person, handle)));
    const [row] = await ask(
      "MATCH (p:Person {id: $id}) RETURN p.handleKey AS key, [(f:FormerHandle)-[:LEADS_TO]->(p) | f.key] AS former",
      { id: person.id },
      z.object({ key: z.string(), former: z.array(z.string()) }),
    );
    expect(wanted).toContain(row?.key);
    expect(row?.former.toSorted()).toEqual([person.handle, ...wanted].filter((key) => key !== row?.key).toSorted());
  });
});

describe("a handle that looks like somebody else's", () => {
  const capital = (handle: string) => handle.replace("l", "I");
  const alike = [{ error: "ERR_TAKEN", description: expect.stringContaining("looks too much like") }];

  it("is rejected in a change and at sign-up, but not for its own owner", async () => {
    const base = `l${freshHandle()}`;
    const [holder, other] = [await makeHolder(base), await makeHolder()];
    for (const wanted of [capital(base), `${base}_`, base.replace("l", "1")]) {
      expect(await rename(other, wanted)).toMatchObject({ status: 422, json: { details: { handle: alike } } });
      expect(await signUp({ ...signUpForm(), username: wanted })).toMatchObject({
        ok: false,
        faults: { username: alike },
      });
    }
    expect(await rename(other, base)).toMatchObject({
      json: { details: { handle: [{ description: expect.stringContaining("Somebody has this handle") }] } },
    });
    expect(await rename(holder, `${base}_`)).toMatchObject({ status: 200 });
  });

  it("is free once the other one is given up and looks different", async () => {
    const base = `l${freshHandle()}`;
    const [holder, other] = [await makeHolder(base), await makeHolder()];
    await rename(holder, freshHandle());
    expect(await rename(other, `${base}_`)).toMatchObject({ status: 200 });
  });
});

describe("a former handle", () => {
  it("cannot be taken by others for 30 days, neither by a change nor at sign-up", async () => {
    const [person, other] = [await makeHolder(), await makeHolder()];
    await rename(person, freshHandle());
    expect(await rename(other, person.handle)).toMatchObject({
      status: 422,
      json: { details: { handle: [{ error: "ERR_TAKEN" }] } },
    });
    const signedUp = await signUp({ ...signUpForm(), username: person.handle.toUpperCase() });
    expect(signedUp).toMatchObject({ ok: false, faults: { username: [{ error: "ERR_TAKEN" }] } });
    const Held = z.object({ until: z.number() });
    const [held] = await ask(
      "MATCH (f:FormerHandle {key: $key}) RETURN f.until AS until",
      { key: person.handle },
      Held,
    );
    expect(held?.until).toBeGreaterThan(Date.now() + HANDLE_RESERVED_MS - 60_000);
  });

  it("can be taken back by its former owner", async () => {
    const [person, between] = [await makeHolder(), freshHandle()];
    await rename(person, between);
    expect(await rename(person, person.handle)).toMatchObject({ status: 200 });
    expect(await lookup(between)).toMatchObject({ json: { username: person.handle } });
  });

  it("is free after 30 days, and then leads to its new owner", async () => {
    const [person, other] = [await makeHolder(), await makeHolder()];
    await rename(person, freshHandle());
    await letGo(person.handle);
    expect(await lookup(person.handle)).toMatchObject({ status: 404 });
    expect(await rename(other, person.handle)).toMatchObject({ status: 200 });
    expect(await lookup(person.handle)).toMatchObject({ json: { id: other.id } });
  });
});

describe("a mention", () => {
  it("of a former handle leads to the person, in old barks and in new ones", async () => {
    const [person, author] = [await makeHolder(), await makeHolder()];
    const bark = async () =>
      Status.parse(
        (await call("POST", "/api/v1/statuses", { token: author.token, json: { status: `Hello @${person.handle}` } }))
          .json,
      );
    const before = await bark();
    const now = freshHandle();
    await rename(person, now);
    const after = await bark();
    for (const { id } of [before, after]) {
      const read = async () => Status.parse((await call("GET", `/api/v1/statuses/${id}`)).json);
      await until(async () => (await read()).mentions[0]?.acct === now);
      const { content, mentions } = await read();
      expect(content).toContain(`/@${now}" class="u-url mention">@<span>${person.handle}</span>`);
      expect(mentions).toMatchObject([{ id: person.id, acct: now, formerly: [person.handle] }]);
    }
  });
});

describe("names", () => {
  it("of handles that look like one number stay separate: 007, 07 and 7", async () => {
    const tail = String(Date.now()).slice(-9);
    const handles = [`007${tail}`, `07${tail}`, `7${tail}`];
    const people = await Promise.all(handles.map((handle) => makeHolder(handle)));
    for (const [index, handle] of handles.entries()) {
      expect(await lookup(handle)).toMatchObject({ json: { id: people[index]?.id, username: handle } });
    }
    const numeric = `0${String(Date.now()).slice(-8)}`;
    const [first] = people;
    const answer = await rename(first ?? { id: "" }, numeric);
    expect(answer).toMatchObject({ status: 200, json: { username: numeric } });
  });
});

describe("the demo's visitor", () => {
  it("keeps its handle, because the demo finds it by that", async () => {
    const person = await makeHolder();
    const Handle = z.object({ handle: z.string() });
    await ask(
      "MATCH (p:Person {id: $id})-[:HAS]->(c) DETACH DELETE c RETURN p.handle AS handle",
      { id: person.id },
      Handle,
    );
    expect((await rename(person, freshHandle())).status).toBe(403);
    expect(await lookup(person.handle)).toMatchObject({ status: 200 });
  });
});
