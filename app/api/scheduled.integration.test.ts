import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { sendScheduled } from "@/lib/barks/scheduled/writes";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { pictureForm } from "@/testing/mastodon-api/world";
import { until } from "@/testing/until";
import { DAY_MS, MINUTE_MS } from "@/lib/time";

afterAll(() => driver().close());

let author: TestPerson & { token: string };
beforeEach(async () => {
  const person = await makePerson();
  author = { ...person, ...(await makeToken(person.id)) };
});

const LIST = "/api/v1/scheduled_statuses";
const soon = (ms = 10 * MINUTE_MS) => new Date(Date.now() + ms).toISOString();
const api = (method: string, path: string, json?: object, headers = {}) =>
  call(method, path, { token: author.token, headers, ...(json && { json }) });
const schedule = async (more: object = {}, headers = {}) => {
  const answer = await api("POST", "/api/v1/statuses", { status: "Later", scheduled_at: soon(), ...more }, headers);
  return ScheduledStatus.parse(answer.json);
};
/** Lets its time come. */
const letCome = (id: string) =>
  driver().executeQuery("MATCH (s:ScheduledBark {id: $id}) SET s.dueAt = timestamp() - 1, s.claimedUntil = null", {
    id,
  });
/** Waits until none waits: workers of other tests send what is due, too. */
const allSent = () => until(async () => z.array(z.unknown()).parse((await api("GET", LIST)).json).length === 0);
const texts = async () =>
  z
    .array(z.object({ text: z.string() }))
    .parse((await api("GET", `/api/v1/accounts/${author.id}/statuses`)).json)
    .map(({ text }) => text);

describe("a scheduled bark", () => {
  it("waits in a list, and can be moved and cancelled", async () => {
    const poll = { options: ["Yes", "No"], expires_in: 600, multiple: false, hide_totals: true };
    const { id } = await schedule({ poll, spoiler_text: "Tea", visibility: "unlisted" });
    const listed = (await api("GET", LIST)).json;
    expect(listed).toMatchObject([
      { id, params: { text: "Later", poll, spoiler_text: "Tea", visibility: "unlisted" } },
    ]);
    expect(await texts()).toEqual([]);
    const at = soon(DAY_MS);
    expect((await api("PUT", `${LIST}/${id}`, { scheduled_at: at })).json).toMatchObject({ id, scheduled_at: at });
    expect((await api("PUT", `${LIST}/${id}`, { scheduled_at: soon(MINUTE_MS) })).status).toBe(422);
    const other = await makeToken((await makePerson()).id);
    expect((await call("DELETE", `${LIST}/${id}`, { token: other.token })).status).toBe(404);
    expect(await api("DELETE", `${LIST}/${id}`)).toMatchObject({ status: 200, json: {} });
    expect((await api("GET", `${LIST}/${id}`)).status).toBe(404);
  });

  it("is refused less than five minutes ahead, when it is no bark, and beyond 25 for one day", async () => {
    const at = soon(2 * DAY_MS);
    for (const json of [{ scheduled_at: soon(4 * MINUTE_MS) }, { scheduled_at: "tomorrow" }, { status: " " }]) {
      expect((await api("POST", "/api/v1/statuses", { status: "a", scheduled_at: at, ...json })).status).toBe(422);
    }
    for (let n = 0; n < 25; n++) await schedule({ scheduled_at: at });
    expect((await api("POST", "/api/v1/statuses", { status: "a", scheduled_at: at })).status).toBe(422);
    const { id } = await schedule({ scheduled_at: soon(4 * DAY_MS) });
    const full = { status: 422, json: { error: expect.stringContaining("25 for one day") } };
    expect(await api("PUT", `${LIST}/${id}`, { scheduled_at: at })).toMatchObject(full);
    expect(await api("PUT", `${LIST}/${id}`, { scheduled_at: soon(6 * DAY_MS) })).toMatchObject({ status: 200 });
    // One of the day may be moved within it.
    const [, one] = ScheduledStatus.array().parse((await api("GET", LIST)).json);
    expect(await api("PUT", `${LIST}/${one?.id}`, { scheduled_at: at })).toMatchObject({ status: 200 });
  });

  it("is one when it is sent twice with the same key", async () => {
    const key = { "idempotency-key": "once" };
    expect((await schedule({}, key)).id).toBe((await schedule({}, key)).id);
  });

  it("is the answer to a request that is repeated when its time is near, also with pictures", async () => {
    const key = { "idempotency-key": "late" };
    const picture = await call("POST", "/api/v2/media", { token: author.token, body: await pictureForm() });
    const media_ids = [z.object({ id: z.string() }).parse(picture.json).id];
    const sent = { status: "Later", scheduled_at: soon(), media_ids };
    const first = await api("POST", "/api/v1/statuses", sent, key);
    expect(first).toMatchObject({ status: 200, json: { media_attachments: [{ id: media_ids[0] }] } });
    expect((await api("POST", "/api/v1/statuses", sent, key)).json).toEqual(first.json);
    const near = { ...sent, scheduled_at: soon(MINUTE_MS) };
    expect((await api("POST", "/api/v1/statuses", near, key)).json).toEqual(first.json);
    expect((await api("POST", "/api/v1/statuses", near)).status).toBe(422);
  });

  it("is sent once at its time, with its poll, also by several workers at once", async () => {
    const { id } = await schedule({ poll: { options: ["Yes", "No"], expires_in: 600 } });
    await sendScheduled();
    expect(await texts()).toEqual([]);
    await letCome(id);
    await Promise.all([sendScheduled(), sendScheduled(), sendScheduled()]);
    await allSent();
    expect(await texts()).toEqual(["Later"]);
  });

  it("is not sent again when a worker died between sending it and forgetting it", async () => {
    const { id } = await schedule();
    const { records } = await driver().executeQuery("MATCH (s:ScheduledBark {id: $id}) RETURN properties(s) AS s", {
      id,
    });
    await letCome(id);
    await sendScheduled();
    await allSent();
    await driver().executeQuery(
      "MATCH (p:Person {id: $person}) CREATE (p)-[:SCHEDULED]->(s:ScheduledBark) SET s = $s, s.dueAt = timestamp() - 1",
      { person: author.id, s: records[0]?.get("s") },
    );
    await sendScheduled();
    await allSent();
    expect(await texts()).toEqual(["Later"]);
  });

  it("that can no longer be sent becomes a draft with the reason", async () => {
    const { json } = await api("POST", "/api/v1/statuses", { status: "First" });
    const first = z.object({ id: z.string() }).parse(json);
    const { id } = await schedule({ in_reply_to_id: first.id });
    await api("DELETE", `/api/v1/statuses/${first.id}`);
    await letCome(id);
    await sendScheduled();
    await allSent();
    const drafts = (await api("GET", "/api/v1/barker/drafts")).json;
    expect(drafts).toMatchObject([{ id, text: "Later", reason: expect.stringContaining("deleted") }]);
  });

  it("can be sent at once, or taken back as a draft", async () => {
    const [now, later] = [await schedule(), await schedule({ status: "Not yet" })];
    expect(await api("POST", `/api/v1/barker/scheduled/${now.id}/post`)).toMatchObject({ status: 200 });
    expect(await texts()).toEqual(["Later"]);
    const draft = await api("POST", `/api/v1/barker/scheduled/${later.id}/draft`);
    expect(draft.json).toMatchObject({ id: later.id, text: "Not yet", reason: null });
    expect((await api("GET", LIST)).json).toEqual([]);
  });

  it("becomes a draft of its own when there is one with its id, also at its time, and nothing is lost", async () => {
    const [back, late] = [await schedule({ status: "Back" }), await schedule({ status: "Late" })];
    for (const { id } of [back, late])
      expect(await api("PUT", `/api/v1/barker/drafts/${id}`, { text: "Mine" })).toMatchObject({ status: 200 });
    const draft = z
      .object({ id: z.string(), text: z.literal("Back") })
      .parse((await api("POST", `/api/v1/barker/scheduled/${back.id}/draft`)).json);
    expect(draft.id).not.toBe(back.id);
    await driver().executeQuery("MATCH (s:ScheduledBark {id: $id}) SET s.replyTo = '1'", { id: late.id });
    await letCome(late.id);
    await sendScheduled();
    await allSent();
    const drafts = z.array(z.object({ text: z.string() })).parse((await api("GET", "/api/v1/barker/drafts")).json);
    expect(drafts.map(({ text }) => text).toSorted()).toEqual(["Back", "Late", "Mine", "Mine"]);
    expect((await api("GET", LIST)).json).toEqual([]);
  });
});
