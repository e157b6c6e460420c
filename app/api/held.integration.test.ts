import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { sendScheduled } from "@/lib/barks/scheduled/writes";
import { ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { Import } from "@/lib/imports/schema";
import { MAX_ID } from "@/lib/ids";
import { driver, read, IdRow } from "@/lib/neo4j";
import { staffLog } from "@/lib/staff/reads";
import { DAY_MS, MINUTE_MS } from "@/lib/time";
import { call } from "@/testing/api";
import { ask, count } from "@/testing/graph";
import { settle, upload } from "@/testing/imports";
import { note, outbox } from "@/testing/mastodon-archive";
import { pictureForm } from "@/testing/mastodon-api/world";
import { freshHandle, makePerson, makeToken, pagesOf, type TestPerson } from "@/testing/people";
import { employ } from "@/testing/staff";
import { addTownWords, removeTownWords } from "@/testing/town-words";
import { until } from "@/testing/until";

/** Words that nobody else says: all tests share the town. */
const BLOCKED = `blocked${freshHandle()}`;
const DOMAIN = `${freshHandle()}.example`;
const HELD = `held${freshHandle()}`;
const LATER = `later${freshHandle()}`;

let author: TestPerson & { token: string };
let staff: TestPerson & { pages: { headers: Record<string, string> } };
beforeAll(async () => {
  await addTownWords({ blocked: [BLOCKED, DOMAIN], held: [HELD] });
  const person = await makePerson();
  await employ(person, ["reports"]);
  staff = { ...person, pages: await pagesOf(person.id) };
});
beforeEach(async () => {
  const person = await makePerson();
  author = { ...person, ...(await makeToken(person.id)) };
});
afterAll(async () => {
  await removeTownWords([BLOCKED, DOMAIN, HELD, LATER]);
  await driver().close();
});

const QUEUE = "/api/v1/barker/town_hall/held";
const OWN = "/api/v1/barker/scheduled/held";
const TIMED = "/api/v1/scheduled_statuses";
const WAITS = { status: 422, json: { code: "held_for_review", error: expect.stringContaining("read it first") } };
const refusal = (word: string) => ({
  status: 422,
  json: { code: "invalid", error: `Validation failed: This town does not allow “${word}”.` },
});
const Ids = z.array(IdRow);
const Queue = z.array(z.looseObject({ id: z.string(), word: z.string(), account: IdRow }));

const api = (method: string, path: string, json?: object, headers = {}) =>
  call(method, path, { token: author.token, headers, ...(json && { json }) });
const post = (more: object, headers = {}) =>
  api("POST", "/api/v1/statuses", { status: `Some ${HELD}`, ...more }, headers);
const staffCall = (method: string, path: string) => call(method, path, staff.pages);
const own = async () => Ids.parse((await api("GET", OWN)).json).map(({ id }) => id);
const texts = async () =>
  z
    .array(z.object({ text: z.string() }))
    .parse((await api("GET", `/api/v1/accounts/${author.id}/statuses`)).json)
    .map(({ text }) => text);

/** Barks something that waits. @returns its id */
async function held(more: object = {}, headers = {}): Promise<string> {
  expect(await post(more, headers)).toMatchObject(WAITS);
  return z.tuple([z.string()]).parse(await own())[0];
}

/** All that waits in the queue by this author. */
async function queued() {
  const all: z.infer<typeof Queue> = [];
  for (let after = "0"; ;) {
    const page = Queue.parse((await staffCall("GET", `${QUEUE}?after=${after}`)).json);
    all.push(...page);
    const last = page.at(-1);
    if (!last) return all.filter(({ account }) => account.id === author.id);
    after = last.id;
  }
}

async function attached(description: string): Promise<string> {
  const form = await pictureForm();
  form.set("description", description);
  return IdRow.parse((await call("POST", "/api/v2/media", { token: author.token, body: form })).json).id;
}

describe("a word that is not allowed", () => {
  it("is refused wherever a bark says it, for any audience, and a domain wherever it links to", async () => {
    const poll = { options: ["Yes", `No ${BLOCKED}`], expires_in: 600 };
    for (const [word, json] of [
      [BLOCKED, { status: `Some ${BLOCKED.toUpperCase()}!` }],
      [BLOCKED, { status: "Some", spoiler_text: BLOCKED }],
      [BLOCKED, { status: "Some", poll }],
      [BLOCKED, { status: "Some", media_ids: [await attached(`A ${BLOCKED}`)] }],
      [BLOCKED, { status: `For few: ${BLOCKED}`, visibility: "private" }],
      [DOMAIN, { status: `See https://shop.${DOMAIN}/a` }],
    ] as const)
      expect(await post(json)).toMatchObject(refusal(word));
    expect(await post({ status: `Some un${BLOCKED}` })).toMatchObject({ status: 200 });
  });

  it("is refused in an edit and in what is scheduled", async () => {
    const { id } = IdRow.parse((await post({ status: "Some" })).json);
    expect(await api("PUT", `/api/v1/statuses/${id}`, { status: `A ${BLOCKED}` })).toMatchObject(refusal(BLOCKED));
    const scheduled_at = new Date(Date.now() + DAY_MS).toISOString();
    expect(await post({ status: BLOCKED, scheduled_at })).toMatchObject(refusal(BLOCKED));
  });

  it("makes a scheduled bark a draft with the reason when it is to be sent", async () => {
    const scheduled_at = new Date(Date.now() + 10 * MINUTE_MS).toISOString();
    const { id } = ScheduledStatus.parse((await post({ status: "Some bread", scheduled_at })).json);
    await ask(
      "MATCH (s:ScheduledBark {id: $id}) SET s.text = $text, s.dueAt = 1 RETURN s.id AS id",
      {
        id,
        text: BLOCKED,
      },
      IdRow,
    );
    await sendScheduled();
    const drafts = await until(async () => {
      const found = z
        .array(z.object({ text: z.string(), reason: z.string() }))
        .parse((await api("GET", "/api/v1/barker/drafts")).json);
      return found.length > 0 && found;
    });
    expect(drafts).toEqual([{ text: BLOCKED, reason: `This town does not allow “${BLOCKED}”.` }]);
    expect(await texts()).toEqual([]);
  });
});

describe("a bark with a word that the staff read first", () => {
  it("waits for them, where its author finds it, and apps do not", async () => {
    const id = await held({ visibility: "unlisted", spoiler_text: "Tea" });
    expect(await texts()).toEqual([]);
    expect((await api("GET", OWN)).json).toMatchObject([
      { id, params: { spoiler_text: "Tea", visibility: "unlisted" } },
    ]);
    for (const path of [TIMED, `${TIMED}/${id}`]) expect((await api("GET", path)).text).not.toContain(`"${id}"`);
    expect(await queued()).toMatchObject([{ id, word: HELD }]);
    const exported = { personId: author.id, before: MAX_ID, limit: 5 };
    const [row] = await read("account/export_scheduled", exported, z.object({ item: z.unknown() }));
    expect(row?.item).toMatchObject({ id, dueAt: null, heldAt: expect.any(Number), text: `Some ${HELD}` });
  });

  it("is neither moved nor sent by its author, and no worker sends it", async () => {
    const id = await held();
    const scheduled_at = new Date(Date.now() + DAY_MS).toISOString();
    expect((await api("PUT", `${TIMED}/${id}`, { scheduled_at })).status).toBe(404);
    expect((await api("POST", `/api/v1/barker/scheduled/${id}/post`)).status).toBe(404);
    await sendScheduled();
    expect([await own(), await texts()]).toEqual([[id], []]);
  });

  it("waits once when the request is repeated, and is its answer when it is published, also with pictures", async () => {
    const key = { "idempotency-key": freshHandle() };
    const media_ids = [await attached("Bread")];
    const id = await held({ media_ids }, key);
    expect(await held({ media_ids }, key)).toBe(id);
    // What staff read stays as it is.
    expect((await api("PUT", `/api/v1/media/${media_ids[0]}`, { description: "Else" })).status).toBe(404);
    expect((await staffCall("POST", `${QUEUE}/${id}/approve`)).status).toBe(200);
    await sendScheduled();
    await until(async () => (await texts()).length === 1);
    expect(await post({ media_ids }, key)).toMatchObject({ status: 200, json: { text: `Some ${HELD}` } });
    expect([(await own()).length, (await texts()).length]).toEqual([0, 1]);
  });

  it("does not wait when it is for followers, and nobody of the staff reads it", async () => {
    expect(await post({ visibility: "private" })).toMatchObject({ status: 200 });
    const { id } = IdRow.parse((await post({ status: "For few", visibility: "private" })).json);
    expect(await post({ in_reply_to_id: id })).toMatchObject({ status: 200, json: { visibility: "private" } });
    expect(await queued()).toEqual([]);
  });

  it("waits also as an answer and as a quote", async () => {
    const { id } = IdRow.parse((await post({ status: "Some" })).json);
    expect(await post({ in_reply_to_id: id })).toMatchObject(WAITS);
    expect(await post({ quoted_status_id: id })).toMatchObject(WAITS);
    expect(await queued()).toMatchObject([{ answered: { id } }, { quoted: { id } }]);
  });

  it("can be cancelled, and taken back as a draft", async () => {
    const first = await held();
    expect((await api("DELETE", `${TIMED}/${first}`)).status).toBe(200);
    const second = await held();
    const stranger = await makeToken((await makePerson()).id);
    expect((await call("POST", `/api/v1/barker/scheduled/${second}/draft`, stranger)).status).toBe(404);
    const draft = await api("POST", `/api/v1/barker/scheduled/${second}/draft`);
    expect(draft.json).toMatchObject({ id: second, text: `Some ${HELD}`, reason: null, scheduled_at: null });
    expect(await queued()).toEqual([]);
    expect((await staffCall("POST", `${QUEUE}/${second}/approve`)).status).toBe(404);
  });

  it("is published once when two approve it and several workers look, and the log says who did", async () => {
    const id = await held();
    const answers = await Promise.all([1, 2].map(() => staffCall("POST", `${QUEUE}/${id}/approve`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 404]));
    await Promise.all([sendScheduled(), sendScheduled()]);
    await until(async () => (await texts()).length > 0);
    await sendScheduled();
    expect(await texts()).toEqual([`Some ${HELD}`]);
    expect(await count("(:Person {id: $id})-[:SCHEDULED]->()", { id: author.id })).toBe(0);
    expect(await staffLog({ limit: 5 }, author.id)).toMatchObject([
      { act: "held_approved", by: staff.handle, whom: author.handle, subject: id, note: HELD },
    ]);
  });

  it("is published once when a worker died between sending it and forgetting it", async () => {
    const id = await held({}, { "idempotency-key": freshHandle() });
    await staffCall("POST", `${QUEUE}/${id}/approve`);
    const [stored] = await ask(
      "MATCH (s:ScheduledBark {id: $id}) RETURN properties(s) AS s",
      { id },
      z.object({ s: z.unknown() }),
    );
    await sendScheduled();
    await until(async () => (await count("(s:ScheduledBark {id: $id})", { id })) === 0);
    const again =
      "MATCH (p:Person {id: $id}) CREATE (p)-[:SCHEDULED]->(s:ScheduledBark) SET s = $s, s.claimedUntil = null RETURN p.id AS id";
    await ask(again, { id: author.id, s: stored?.s }, IdRow);
    await sendScheduled();
    await until(async () => (await count("(s:ScheduledBark {id: $id})", { id })) === 0);
    expect(await texts()).toEqual([`Some ${HELD}`]);
  });

  it("becomes a draft with a reason when they decline it, once", async () => {
    const id = await held();
    expect((await staffCall("POST", `${QUEUE}/${id}/decline`)).status).toBe(200);
    expect((await staffCall("POST", `${QUEUE}/${id}/decline`)).status).toBe(404);
    expect((await staffCall("POST", `${QUEUE}/${id}/approve`)).status).toBe(404);
    expect((await api("GET", "/api/v1/barker/drafts")).json).toMatchObject([
      { id, text: `Some ${HELD}`, reason: expect.stringContaining("did not publish it") },
    ]);
    expect(await queued()).toEqual([]);
    expect(await staffLog({ limit: 5 }, author.id)).toMatchObject([{ act: "held_declined", by: staff.handle }]);
  });

  it("is not found by those who may not decide about it", async () => {
    const id = await held();
    const other = await makePerson();
    await employ(other, ["trends"]);
    for (const pages of [await pagesOf(author.id), await pagesOf(other.id)]) {
      expect((await call("GET", QUEUE, pages)).status).toBe(403);
      for (const verb of ["approve", "decline"])
        expect((await call("POST", `${QUEUE}/${id}/${verb}`, pages)).status).toBe(403);
    }
    const { token } = await makeToken(staff.id, ["read", "write", "admin:read", "admin:write"]);
    expect((await call("GET", QUEUE, { token })).status).toBe(403);
    expect((await call("POST", `${QUEUE}/${id}/approve`, { token })).status).toBe(403);
    expect(await own()).toEqual([id]);
  });

  it("cannot be made by an edit, which may keep the word", async () => {
    const { id } = IdRow.parse((await post({ status: `Some ${LATER}` })).json);
    const few = IdRow.parse((await post({ status: "For few", visibility: "private" })).json);
    const edit = (bark: string, status: string) => api("PUT", `/api/v1/statuses/${bark}`, { status });
    const refused = { status: 422, json: { error: expect.stringContaining(`first read what says “${HELD}”`) } };
    expect(await edit(id, `More ${HELD}`)).toMatchObject(refused);
    expect(await edit(few.id, `For few: ${HELD}`)).toMatchObject({ status: 200 });
    await addTownWords({ held: [LATER] });
    expect(await edit(id, `More ${LATER}`)).toMatchObject({ status: 200 });
  });

  it("that was scheduled waits for them at its time, or when its author sends it before", async () => {
    const scheduled_at = new Date(Date.now() + 10 * MINUTE_MS).toISOString();
    const schedule = async () => ScheduledStatus.parse((await post({ scheduled_at })).json).id;
    const [now, later] = [await schedule(), await schedule()];
    expect(await api("POST", `/api/v1/barker/scheduled/${now}/post`)).toMatchObject(WAITS);
    await ask("MATCH (s:ScheduledBark {id: $id}) SET s.dueAt = 1 RETURN s.id AS id", { id: later }, IdRow);
    await sendScheduled();
    await until(async () => (await own()).length === 2);
    expect((await queued()).map(({ id }) => id)).toEqual([now, later]);
    expect((await api("GET", TIMED)).json).toEqual([]);
    expect(await texts()).toEqual([]);
    await staffCall("POST", `${QUEUE}/${later}/approve`);
    await sendScheduled();
    await until(async () => (await texts()).length === 1);
  });
});

it("an import does not take posts with such words, and says why", async () => {
  const at = (second: number) => `2023-05-01T10:00:0${second}Z`;
  const said = ["Bread", `A ${BLOCKED}`, `A ${HELD}`, `For few: ${HELD}`];
  const notes = said.map((text, index) =>
    note({
      id: `https://far.example/${index}`,
      content: `<p>${text}</p>`,
      published: at(index),
      ...(index === 3 && { to: ["https://far.example/users/fern/followers"], cc: [] }),
    }),
  );
  const { json } = await upload(author.token, "posts", outbox(notes));
  const ready = await settle(author.token, Import.parse(json).id);
  expect(ready).toMatchObject({ counts: { new: 2, not_allowed: 1, held: 1 } });
  expect(ready.not_taken).toMatchObject([{ reason: "not_allowed" }, { reason: "held" }]);
});
