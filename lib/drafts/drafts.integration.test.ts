import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Draft } from "@/lib/drafts/schema";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { ask as askGraph, count } from "@/testing/graph";
import { freshHandle, makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

/** A new person, with functions for their drafts. */
async function writer() {
  const person = await makePerson();
  const { token } = await makeToken(person.id);
  const ask = (method: string, id = "", json?: unknown) =>
    call(method, `/api/v1/barker/drafts${id && `/${id}`}`, { token, json });
  const put = async (id: string, json: unknown) => Draft.parse((await ask("PUT", id, json)).json);
  const all = async () => z.array(Draft).parse((await ask("GET")).json);
  const texts = async () => (await all()).map(({ text }) => text).toSorted();
  return { person, ask, put, all, texts };
}

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

describe("a draft", () => {
  it("is stored as it was written, and can be read on another device", async () => {
    const { ask, put, all } = await writer();
    const id = crypto.randomUUID();
    const whole = {
      poll: null,
      scheduled_at: null,
      reason: null,
      text: "Kettle on",
      spoiler_text: "Tea",
      visibility: "unlisted",
      language: "en",
      sensitive: true,
      in_reply_to_id: "123",
      quoted_status_id: "456",
      edits_id: "789",
      quote_approval_policy: "followers",
      thread_id: crypto.randomUUID(),
      place: 2,
    };
    const kept = await put(id, { ...whole, updated_at: at(1), version: 0, hand: "a" });
    expect(kept).toEqual({ id, ...whole, media_attachments: [], updated_at: at(1), version: 1 });
    expect(await all()).toEqual([kept]);
    expect((await ask("GET", id)).json).toEqual(kept);
  });

  it("is changed in place by the same window, and an older text that arrives late changes nothing", async () => {
    const { put, all } = await writer();
    const id = crypto.randomUUID();
    await put(id, { text: "Ke", updated_at: at(1), version: 0, hand: "a" });
    // The answer to the first request was lost, so the window still sends version 0.
    expect(await put(id, { text: "Kettle", updated_at: at(3), version: 0, hand: "a" })).toMatchObject({ version: 2 });
    expect(await put(id, { text: "Kett", updated_at: at(2), version: 0, hand: "a" })).toMatchObject({ text: "Kettle" });
    expect(await all()).toMatchObject([{ id, text: "Kettle", version: 2 }]);
  });

  it("keeps both texts, each once, when two devices change it", async () => {
    const { put, texts, all } = await writer();
    const id = crypto.randomUUID();
    await put(id, { text: "Tea", version: 0, hand: "phone" });
    await put(id, { text: "Tea at noon", version: 1, hand: "phone" });
    const other = { text: "Tea at ten", version: 1, hand: "laptop" };
    const kept = await put(id, other);
    expect(kept.id).not.toBe(id);
    expect(await put(id, other)).toEqual(kept);
    expect(await texts()).toEqual(["Tea at noon", "Tea at ten"]);
    // From then on these are separate drafts.
    await put(kept.id, { text: "Tea at eleven", version: kept.version, hand: "laptop" });
    expect(await texts()).toEqual(["Tea at eleven", "Tea at noon"]);
    expect(await all()).toHaveLength(2);
  });

  it("keeps every text when twenty windows change it at once", async () => {
    const { put, texts, person } = await writer();
    const id = crypto.randomUUID();
    const wanted = Array.from({ length: 20 }, (_, index) => `Text ${index}`);
    await Promise.all(wanted.map((text, hand) => put(id, { text, version: 0, hand: `hand ${hand}` })));
    expect(await texts()).toEqual(wanted.toSorted());
    expect(await count("(:Person {id: $id})-[:WROTE]->(:Draft)", { id: person.id })).toBe(20);
  });

  it("is stored once when it is saved twenty times at once", async () => {
    const { put, all } = await writer();
    const id = crypto.randomUUID();
    await Promise.all(Array.from({ length: 20 }, (_, hand) => put(id, { text: "Same", version: 0, hand: `${hand}` })));
    expect(await all()).toMatchObject([{ id, text: "Same", version: 1 }]);
  });

  it("ends with the last text when one window changes it twenty times, in whatever order the changes arrive", async () => {
    const { put, all } = await writer();
    const id = crypto.randomUUID();
    const turns = Array.from({ length: 20 }, (_, second) => second);
    await Promise.all(turns.map((n) => put(id, { text: `Text ${n}`, updated_at: at(n), version: 0, hand: "a" })));
    expect(await all()).toMatchObject([{ id, text: "Text 19" }]);
  });

  it("is overwritten when no version is sent", async () => {
    const { put, texts } = await writer();
    await put("my-draft", { text: "One" });
    await put("my-draft", { text: "Two" });
    expect(await texts()).toEqual(["Two"]);
  });

  it("is private: the same id of another person is another draft", async () => {
    const [one, two] = [await writer(), await writer()];
    const id = crypto.randomUUID();
    await one.put(id, { text: "Mine" });
    expect((await two.ask("GET", id)).status).toBe(404);
    await two.ask("DELETE", id);
    await two.put(id, { text: "Theirs" });
    expect(await one.texts()).toEqual(["Mine"]);
    expect(await two.texts()).toEqual(["Theirs"]);
    expect((await call("GET", `/api/v1/barker/drafts/${id}`)).status).toBe(401);
  });

  it("can be deleted, and comes back when a device still saves it", async () => {
    const { ask, put, texts } = await writer();
    await put("a", { text: "One" });
    await put("b", { text: "Two" });
    expect((await ask("DELETE", "a")).status).toBe(200);
    expect((await ask("DELETE", "a")).status).toBe(200);
    expect(await texts()).toEqual(["Two"]);
    await put("a", { text: "One more", version: 3 });
    expect(await texts()).toEqual(["One more", "Two"]);
  });

  it("rejects what no composer sends", async () => {
    const { ask } = await writer();
    for (const json of [
      { text: "a".repeat(10_001) },
      { text: 5 },
      { visibility: "direct" },
      { media_ids: ["1", "2", "3", "4", "5"] },
      { updated_at: "yesterday" },
      { in_reply_to_id: "x" },
      { version: -1 },
    ]) {
      expect((await ask("PUT", "a", json)).status).toBe(422);
    }
    expect((await ask("PUT", "a b", { text: "" })).status).toBe(404);
    expect((await ask("PUT", "a".repeat(65), { text: "" })).status).toBe(404);
  });
});

describe("pictures of a draft", () => {
  const Id = z.object({ id: z.string() });
  const makePicture = async (ownerId: string) => {
    const id = freshHandle();
    const row = { id, ownerId, key: "k", kind: "picture", width: 3, height: 2, thumbhash: "AA==" };
    await askGraph("CREATE (m:Media:Unattached {until: 0}) SET m += $row RETURN m.id AS id", { row }, Id);
    return id;
  };
  const pictures = ({ media_attachments: media }: Draft) => media.map(({ id }) => id);

  it("keep their order, and must be one's own", async () => {
    const [mine, theirs] = [await writer(), await writer()];
    const [a, b] = [await makePicture(mine.person.id), await makePicture(mine.person.id)];
    const stolen = await makePicture(theirs.person.id);
    expect(pictures(await mine.put("d", { media_ids: [a, b] }))).toEqual([a, b]);
    expect(pictures(await mine.put("d", { media_ids: [b, stolen, a, "1"] }))).toEqual([b, a]);
  });

  it("are unused again when they are removed from the draft", async () => {
    const { person, put, ask: request } = await writer();
    const [a, b] = [await makePicture(person.id), await makePicture(person.id)];
    await put("d", { media_ids: [a, b] });
    await put("d", { media_ids: [b] });
    const loose = async (id: string) => count("(m:Unattached {id: $id}) WHERE m.until > 0", { id });
    expect(await loose(a)).toBe(1);
    await request("DELETE", "d");
    expect(await loose(b)).toBe(1);
    expect(await count("(:Draft)-[:SHOWS]->(:Media {id: $id})", { id: b })).toBe(0);
  });
});
