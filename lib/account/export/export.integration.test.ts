import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { signUp } from "@/lib/account/writes";
import { createInvitation } from "@/lib/invitations/writes";
import { driver, IdRow } from "@/lib/neo4j";
import { DAY_MS } from "@/lib/time";
import { apiUrl, call, signUpForm } from "@/testing/api";
import { ask, plantBarks } from "@/testing/graph";
import { makePerson, makeToken, pagesOf } from "@/testing/people";
import { animation } from "@/testing/pictures";

afterAll(() => driver().close());

const PATH = "/api/v1/barker/account/export";

async function join() {
  const form = signUpForm();
  const made = await signUp(form);
  if (!made.ok) throw new Error("not signed up");
  return { id: made.personId, ...form, token: (await makeToken(made.personId)).token };
}

async function download(personId: string): Promise<Record<string, Uint8Array>> {
  const response = await fetch((await apiUrl()) + PATH, await pagesOf(personId));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/zip");
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="barker-t\w+-[\d-]+\.zip"$/);
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

const json = (files: Record<string, Uint8Array>, name: string): unknown =>
  JSON.parse(strFromU8(files[name] ?? new Uint8Array()));

describe("the export of one's data", () => {
  it("contains everything of one's own, and nothing else", async () => {
    const [person, other] = [await join(), await join()];
    const post = async (token: string, path: string, body: unknown = {}) =>
      IdRow.parse((await call("POST", path, { token, json: body })).json).id;
    const first = await post(person.token, "/api/v1/statuses", { status: "First words", visibility: "private" });
    await call("PUT", `/api/v1/statuses/${first}`, { token: person.token, json: { status: "Better words" } });
    const secret = await post(other.token, "/api/v1/statuses", { status: "A secret of others", visibility: "private" });
    const theirs = await post(other.token, "/api/v1/statuses", { status: "Somebody else's words" });
    for (const act of ["favourite", "bookmark", "reblog"])
      await post(person.token, `/api/v1/statuses/${theirs}/${act}`);
    await post(person.token, `/api/v1/accounts/${other.id}/follow`);
    const third = await makePerson();
    await post(person.token, `/api/v1/accounts/${third.id}/block`);
    await post(person.token, `/api/v1/accounts/${other.id}/mute`);
    const image = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#d9430f" } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.set("file", new File([new Uint8Array(image)], "a.png", { type: "image/png" }));
    form.set("description", "An orange");
    const picture = IdRow.parse((await call("POST", "/api/v2/media", { token: person.token, body: form })).json).id;
    const here = { latitude: 52.37, longitude: 4.9, precision_km: 10 };
    const place: unknown = (await call("PUT", "/api/v1/barker/location", { token: person.token, json: here })).json;

    const files = await download(person.id);
    expect(json(files, "profile.json")).toMatchObject({
      id: person.id,
      username: person.username,
      email: person.email,
    });
    expect(json(files, "barks.json")).toMatchObject([
      { id: first, text: "Better words", audience: "private", earlier: [{ n: 0, text: "First words" }] },
    ]);
    const act = { bark: theirs, author: other.username };
    expect(json(files, "likes.json")).toEqual([act]);
    expect(json(files, "bookmarks.json")).toEqual([act]);
    expect(json(files, "rebarks.json")).toMatchObject([act]);
    expect(json(files, "following.json")).toMatchObject([{ id: other.id, handle: other.username }]);
    expect(json(files, "blocks.json")).toMatchObject([{ id: third.id }]);
    expect(json(files, "mutes.json")).toMatchObject([{ id: other.id }]);
    expect(json(files, "followers.json")).toEqual([]);
    expect(json(files, "drafts.json")).toEqual([]);
    expect(json(files, "messages.json")).toMatchObject({
      account: null,
      conversations: [],
      archive: { enabled: false, encrypted_records: 0 },
    });
    expect(json(files, "place.json")).toMatchObject({ shared: [place], last: { precision_km: 10 } });
    expect(json(files, "pictures.json")).toMatchObject([
      { id: picture, file: `pictures/${picture}.webp`, description: "An orange" },
    ]);
    const { format, width } = await sharp(files[`pictures/${picture}.webp`]).metadata();
    expect({ format, width }).toEqual({ format: "webp", width: 40 });
    const everything = Object.entries(files).map(([name, bytes]) => (name.endsWith(".json") ? strFromU8(bytes) : ""));
    for (const foreign of [secret, "A secret of others", "Somebody else's words", other.email, "argon2"]) {
      expect({ foreign, there: everything.join("").includes(foreign) }).toEqual({ foreign, there: false });
    }
  });

  it("contains what one has arranged: lists, packs, topics, filters, and barks that wait for their time", async () => {
    const [person, other] = [await join(), await join()];
    const { token } = person;
    const post = async (path: string, body: unknown = {}) =>
      IdRow.parse((await call("POST", `/api/v1/${path}`, { token, json: body })).json).id;
    await post(`accounts/${other.id}/follow`);
    const list = await post("lists", { title: "Neighbours", exclusive: true });
    await call("POST", `/api/v1/lists/${list}/accounts`, { token, json: { account_ids: [other.id] } });
    const pack = await post("barker/starter_packs", { name: "Bakers", account_ids: [other.id] });
    const wish = { max_uses: 3, expires_in: 3_600, autofollow: true };
    const { id: invitation } = await createInvitation(person.id, wish, false);
    await call("POST", "/api/v1/tags/bread/follow", { token });
    await call("POST", "/api/v1/tags/jam/feature", { token });
    const words = { title: "No spoilers", context: ["home"], keywords_attributes: [{ keyword: "spoiler" }] };
    await call("POST", "/api/v2/filters", { token, json: words });
    const scheduled_at = new Date(Date.now() + DAY_MS).toISOString();
    const poll = { options: ["Tea", "Coffee"], expires_in: 3_600 };
    const waiting = await post("statuses", { status: "Market at nine", scheduled_at, poll });

    const files = await download(person.id);
    const member = { id: other.id, handle: other.username };
    expect(json(files, "lists.json")).toMatchObject([
      { id: list, title: "Neighbours", exclusive: true, members: [member] },
    ]);
    expect(json(files, "invitations.json")).toMatchObject([{ id: invitation, max_uses: 3, uses: 0 }]);
    expect(json(files, "starter_packs.json")).toMatchObject([{ id: pack, name: "Bakers", members: [member] }]);
    expect(json(files, "followed_topics.json")).toEqual([{ topic: "bread" }]);
    expect(json(files, "featured_topics.json")).toEqual([{ topic: "jam" }]);
    expect(json(files, "filters.json")).toMatchObject([{ title: "No spoilers", keywords: [{ keyword: "spoiler" }] }]);
    expect(json(files, "scheduled.json")).toMatchObject([
      { id: waiting, dueAt: Date.parse(scheduled_at), text: "Market at nine", poll },
    ]);
  });

  it("contains animated pictures with all of their frames", async () => {
    const person = await join();
    const form = new FormData();
    const moving = await animation(["#d9430f", "#0fd943"], "gif", 100);
    form.set("file", new File([new Uint8Array(moving)], "a.gif", { type: "image/gif" }));
    const sent = await call("POST", "/api/v2/media", { token: person.token, body: form });
    const { id } = IdRow.parse(sent.json);
    const files = await download(person.id);
    expect(json(files, "pictures.json")).toMatchObject([{ id, animated: true }]);
    expect((await sharp(files[`pictures/${id}.webp`]).metadata()).pages).toBe(2);
  });

  it("contains the votes of one's own polls, but not while they are hidden", async () => {
    const [person, voter] = [await join(), await join()];
    const asked = async (hide_totals: boolean) => {
      const poll = { options: ["Tea", "Coffee"], expires_in: 3_600, hide_totals };
      const made = await call("POST", "/api/v1/statuses", { token: person.token, json: { status: "Which?", poll } });
      const { id } = IdRow.parse(made.json);
      await call("POST", `/api/v1/polls/${id}/votes`, { token: voter.token, json: { choices: [1] } });
      return id;
    };
    const [open, hidden] = [await asked(false), await asked(true)];
    const titled = (...votes: (number | null)[]) =>
      ["Tea", "Coffee"].map((title, place) => ({ title, votes_count: votes[place] }));
    expect(json(await download(person.id), "barks.json")).toMatchObject([
      { id: hidden, poll: { voters_count: 1, options: titled(null, null) } },
      { id: open, poll: { voters_count: 1, options: titled(0, 1) } },
    ]);
    const end = "MATCH (b:Bark {id: $id})-[:ASKS]->(q:Poll) SET q.endsAt = 1 RETURN b.id AS id";
    await ask(end, { id: hidden }, IdRow);
    expect(json(await download(person.id), "barks.json")).toMatchObject([
      { id: hidden, poll: { options: titled(0, 1) } },
      { id: open },
    ]);
  });

  it("contains every bark of somebody with many barks", async () => {
    const person = await join();
    const planted = await plantBarks(person.id, 1_201);
    const barks = z.array(IdRow).parse(json(await download(person.id), "barks.json"));
    expect(barks.map(({ id }) => id)).toEqual(planted);
  });

  it("is available to its owner only", async () => {
    expect((await call("GET", PATH)).status).toBe(401);
    const { id, token } = await join();
    expect(await call("GET", PATH, { token })).toMatchObject({ status: 403, json: { code: "forbidden" } });
    const head = await call("HEAD", PATH, await pagesOf(id));
    expect([head.status, head.text]).toEqual([200, ""]);
  });
});
