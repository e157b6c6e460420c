import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { count, plantBarks } from "@/testing/graph";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";

afterAll(() => driver().close());

const Entry = z.object({ id: z.string() });
const signedIn = async (): Promise<TestPerson & { token: string }> => {
  const person = await makePerson();
  return { ...person, token: (await makeToken(person.id)).token };
};
const rain = { title: "Weather", context: ["home", "public"], keywords_attributes: [{ keyword: "rain" }] };
const make = async (token: string, json: object = rain) =>
  Entry.parse((await call("POST", "/api/v2/filters", { token, json })).json).id;

describe("filters", () => {
  it("are created, read, changed and deleted with their words", async () => {
    const { token } = await signedIn();
    const made = await call("POST", "/api/v2/filters", { token, json: { ...rain, expires_in: 3600 } });
    expect(made).toMatchObject({
      status: 200,
      json: {
        title: "Weather",
        context: ["home", "public"],
        filter_action: "warn",
        expires_at: expect.stringMatching(/Z$/),
        keywords: [{ keyword: "rain", whole_word: true }],
        statuses: [],
      },
    });
    const { id, keywords } = z.object({ id: z.string(), keywords: z.array(Entry) }).parse(made.json);
    const changed = await call("PUT", `/api/v2/filters/${id}`, {
      token,
      json: {
        filter_action: "hide",
        expires_in: null,
        keywords_attributes: [
          { id: keywords[0]?.id, _destroy: true },
          { keyword: "snow", whole_word: false },
        ],
      },
    });
    expect(changed.json).toMatchObject({
      title: "Weather",
      filter_action: "hide",
      expires_at: null,
      keywords: [{ keyword: "snow", whole_word: false }],
    });
    expect((await call("GET", "/api/v2/filters", { token })).json).toEqual([changed.json]);
    expect((await call("GET", "/api/v1/filters", { token })).json).toMatchObject([
      { phrase: "snow", irreversible: true, whole_word: false },
    ]);
    expect(await call("DELETE", `/api/v2/filters/${id}`, { token })).toMatchObject({ status: 200, json: {} });
    expect(await call("DELETE", `/api/v2/filters/${id}`, { token })).toMatchObject({ status: 200 });
    expect(await call("GET", `/api/v2/filters/${id}`, { token })).toMatchObject({ status: 404 });
    expect(await count("(w:FilterWord {id: $id})", { id: keywords[0]?.id })).toBe(0);
  });

  it("are created from form data as from JSON", async () => {
    const { token } = await signedIn();
    const body = new URLSearchParams([
      ["title", "Weather"],
      ["context[]", "home"],
      ["context[]", "thread"],
      ["keywords_attributes[0][keyword]", "hail"],
      ["keywords_attributes[0][whole_word]", "false"],
    ]);
    expect(await call("POST", "/api/v2/filters", { token, body })).toMatchObject({
      status: 200,
      json: { context: ["home", "thread"], keywords: [{ keyword: "hail", whole_word: false }] },
    });
  });

  it("can add and remove words and barks through their own endpoints", async () => {
    const { id: authorId, token } = await signedIn();
    const id = await make(token);
    const added = await call("POST", `/api/v2/filters/${id}/keywords`, { token, json: { keyword: "fog" } });
    expect(added).toMatchObject({ status: 200, json: { keyword: "fog", whole_word: true } });
    const word = `/api/v2/filters/keywords/${Entry.parse(added.json).id}`;
    const put = await call("PUT", word, { token, json: { whole_word: false } });
    expect(put.json).toMatchObject({ keyword: "fog", whole_word: false });
    expect((await call("GET", word, { token })).json).toEqual(put.json);
    expect(await call("DELETE", word, { token })).toMatchObject({ status: 200 });
    expect(await call("GET", word, { token })).toMatchObject({ status: 404 });
    const [barkId] = await plantBarks(authorId, 1);
    const caught = await call("POST", `/api/v2/filters/${id}/statuses`, { token, json: { status_id: barkId } });
    expect(caught).toMatchObject({ status: 200, json: { status_id: barkId } });
    const again = await call("POST", `/api/v2/filters/${id}/statuses`, { token, json: { status_id: barkId } });
    expect(again.json).toEqual(caught.json);
    expect((await call("GET", `/api/v2/filters/${id}/statuses`, { token })).json).toEqual([caught.json]);
    const entry = `/api/v2/filters/statuses/${Entry.parse(caught.json).id}`;
    expect((await call("GET", entry, { token })).json).toEqual(caught.json);
    expect(await call("DELETE", entry, { token })).toMatchObject({ status: 200 });
    expect(await call("GET", entry, { token })).toMatchObject({ status: 404 });
  });

  it("are private: their ids are not found by anybody else", async () => {
    const [owner, other] = await Promise.all([signedIn(), signedIn()]);
    const id = await make(owner.token);
    const [word] = z
      .array(Entry)
      .parse((await call("GET", `/api/v2/filters/${id}/keywords`, { token: owner.token })).json);
    const [barkId] = await plantBarks(other.id, 1);
    const { token } = other;
    const refused = [
      call("GET", `/api/v2/filters/${id}`, { token }),
      call("PUT", `/api/v2/filters/${id}`, { token, json: { title: "Mine" } }),
      call("POST", `/api/v2/filters/${id}/keywords`, { token, json: { keyword: "x" } }),
      call("POST", `/api/v2/filters/${id}/statuses`, { token, json: { status_id: barkId } }),
      call("PUT", `/api/v2/filters/keywords/${word?.id}`, { token, json: { keyword: "x" } }),
      call("DELETE", `/api/v2/filters/keywords/${word?.id}`, { token }),
      call("GET", `/api/v1/filters/${word?.id}`, { token }),
    ];
    for (const answer of await Promise.all(refused)) expect(answer.status).toBe(404);
    await call("DELETE", `/api/v2/filters/${id}`, { token });
    const mine = await make(token);
    const stolen = { keywords_attributes: [{ id: word?.id, keyword: "stolen" }] };
    await call("PUT", `/api/v2/filters/${mine}`, { token, json: stolen });
    expect((await call("GET", `/api/v2/filters/${id}`, { token: owner.token })).json).toMatchObject({
      title: "Weather",
      keywords: [{ keyword: "rain" }],
    });
  });

  it.each([
    { ...rain, title: " " },
    { ...rain, context: [] },
    { ...rain, context: ["everywhere"] },
    { ...rain, filter_action: "burn" },
    { ...rain, expires_in: "soon" },
    { ...rain, keywords_attributes: [{ keyword: "" }] },
    { ...rain, keywords_attributes: "rain" },
  ])("are rejected when they are %j", async (json) => {
    const { token } = await signedIn();
    expect(await call("POST", "/api/v2/filters", { token, json })).toMatchObject({ status: 422 });
  });
});

describe("version 1 filters", () => {
  it("are one word each", async () => {
    const { token } = await signedIn();
    const made = await call("POST", "/api/v1/filters", {
      token,
      json: { phrase: "rain", context: ["home"], irreversible: true, whole_word: false },
    });
    expect(made).toMatchObject({ status: 200, json: { phrase: "rain", irreversible: true, whole_word: false } });
    const address = `/api/v1/filters/${Entry.parse(made.json).id}`;
    const json = { phrase: "drizzle", context: ["home", "thread"], whole_word: true };
    expect((await call("PUT", address, { token, json })).json).toMatchObject({ ...json, irreversible: false });
    expect((await call("GET", address, { token })).json).toMatchObject(json);
    expect(await call("DELETE", address, { token })).toMatchObject({ status: 200 });
    expect((await call("GET", "/api/v2/filters", { token })).json).toEqual([]);
  });

  it("are limited to 500 words and 10,000 letters per person, also under concurrent requests", async () => {
    const { token, id: personId } = await signedIn();
    const filter = (words: string[]) => ({
      title: "Many",
      context: ["home"],
      keywords_attributes: words.map((keyword) => ({ keyword })),
    });
    const words = (length: number) => Array.from({ length }, (_, place) => `w${place}`);
    const post = (list: string[]) => call("POST", "/api/v2/filters", { token, json: filter(list) });
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(words(80))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
    const refused = answers.find(({ status }) => status !== 200);
    expect(refused).toMatchObject({
      status: 422,
      json: { error: "You can mute at most 500 words, of 10,000 letters in all." },
    });
    const held = "(:Person {id: $personId})-[:FILTERS]->(:Filter)-[:MATCHES]->(:FilterWord)";
    expect(await count(held, { personId })).toBe(480);
    const filterId = await make(token, filter(words(20)));
    expect((await call("POST", `/api/v2/filters/${filterId}/keywords`, { token, json: { keyword: "x" } })).status).toBe(
      422,
    );
    const v1 = { phrase: "x", context: ["home"] };
    expect((await call("POST", "/api/v1/filters", { token, json: v1 })).status).toBe(422);
    const put = (json: object) => call("PUT", `/api/v2/filters/${filterId}`, { token, json });
    expect((await put({ keywords_attributes: [{ keyword: "x" }] })).status).toBe(422);
    expect((await put({ title: "Fewer" })).status).toBe(200);
    expect(await count(held, { personId })).toBe(500);
    const { token: other } = await signedIn();
    const long = Array.from({ length: 50 }, () => "x".repeat(200));
    expect((await call("POST", "/api/v2/filters", { token: other, json: filter(long) })).status).toBe(200);
    expect((await call("POST", "/api/v2/filters", { token: other, json: filter(["y"]) })).status).toBe(422);
  });

  it("match accents, Korean particles and other spellings of a muted word", async () => {
    const [viewer, author] = [await signedIn(), await makePerson()];
    const keywords = ["cafe", "고양이", "ёлка", "1000"].map((keyword) => ({ keyword }));
    const json = { title: "No", context: ["public"], filter_action: "hide", keywords_attributes: keywords };
    expect((await call("POST", "/api/v2/filters", { token: viewer.token, json })).status).toBe(200);
    const barkOf = async (text: string) => {
      const made = await createBark(author.id, { text });
      if (!made.ok) throw new Error(made.reason);
      return made.status.id;
    };
    const hidden = await Promise.all(["Un CAFÉ", "고양이가 잔다", "новая елка", "1,000 trees"].map(barkOf));
    const shown = await Promise.all(["cafeteria", "고양시", "йод", "10000"].map(barkOf));
    const page = await call("GET", "/api/v1/timelines/public?limit=40", { token: viewer.token });
    const ids = z
      .array(Entry)
      .parse(page.json)
      .map(({ id }) => id);
    expect(ids.filter((id) => hidden.includes(id))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(shown));
  });
});
