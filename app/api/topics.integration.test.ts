import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { freshHandle, makePeople, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const Ids = z.array(z.object({ id: z.string() })).transform((all) => all.map(({ id }) => id));
const Names = z.array(z.object({ name: z.string() })).transform((all) => all.map(({ name }) => name));
const Id = z.object({ id: z.string() });

let reader: { id: string; token: string };
let author: { id: string; token: string };
let topic: string;
beforeEach(async () => {
  const people = await makePeople(2);
  const [first, second] = await Promise.all(people.map(async ({ id }) => ({ id, token: (await makeToken(id)).token })));
  if (!first || !second) throw new Error("nobody");
  [reader, author] = [first, second];
  topic = `t${freshHandle()}`;
});

const bark = async (text: string, json: object = {}, { token } = author) =>
  Id.parse((await call("POST", "/api/v1/statuses", { token, json: { status: text, ...json } })).json).id;
const home = async (query = "") =>
  Ids.parse((await call("GET", `/api/v1/timelines/home?${query}`, { token: reader.token })).json);
const tag = (verb = "", name = topic) =>
  call(verb === "" ? "GET" : "POST", `/api/v1/tags/${name}${verb && `/${verb}`}`, { token: reader.token });

describe("a topic that is followed", () => {
  it("brings the public barks about it to Home, and no others", async () => {
    const before = await bark(`Before #${topic}`);
    await bark("About something else");
    await bark(`Unlisted #${topic}`, { visibility: "unlisted" });
    await bark(`For followers #${topic}`, { visibility: "private" });
    expect(await home()).toEqual([]);
    expect((await tag("follow", `%23${topic.toUpperCase()}`)).json).toMatchObject({ name: topic, following: true });
    const after = await bark(`After #${topic}`);
    expect(await home()).toEqual([after, before]);
    expect((await tag("unfollow")).json).toMatchObject({ following: false });
    expect(await home()).toEqual([]);
  });

  it("is merged with the barks of followed people, in order, page by page, each bark once", async () => {
    await tag("follow");
    await call("POST", `/api/v1/accounts/${author.id}/follow`, { token: reader.token });
    const other = { ...author, ...(await makeToken((await makePeople(1))[0]?.id ?? null)) };
    const made: string[] = [];
    for (let at = 0; at < 6; at++) {
      made.unshift(await bark(at % 2 ? "Followed" : `Followed #${topic}`));
      made.unshift(await bark(`Stranger #${topic}`, {}, other));
    }
    await expect.poll(() => home("limit=40"), { timeout: 10_000 }).toEqual(made);
    expect(await home("limit=5")).toEqual(made.slice(0, 5));
    expect(await home(`limit=5&max_id=${made[4]}`)).toEqual(made.slice(5, 10));
    expect(await home(`limit=5&min_id=${made[9]}`)).toEqual(made.slice(4, 9));
    expect(await home(`limit=5&since_id=${made[2]}`)).toEqual(made.slice(0, 2));
  });

  it("brings nothing by people whom the reader mutes or blocks", async () => {
    await tag("follow");
    const id = await bark(`Hello #${topic}`);
    expect(await home()).toEqual([id]);
    for (const [on, off] of [
      ["mute", "unmute"],
      ["block", "unblock"],
    ]) {
      await call("POST", `/api/v1/accounts/${author.id}/${on}`, { token: reader.token });
      expect(await home()).toEqual([]);
      await call("POST", `/api/v1/accounts/${author.id}/${off}`, { token: reader.token });
      expect(await home()).toEqual([id]);
    }
  });

  it("is listed, latest first, in pages", async () => {
    const names = Array.from({ length: 3 }, () => `t${freshHandle()}`);
    for (const name of names) await tag("follow", name);
    await tag("follow", names[0]);
    const list = (query: string) => call("GET", `/api/v1/followed_tags?${query}`, { token: reader.token });
    const first = await list("limit=2");
    expect(Names.parse(first.json)).toEqual([names[2], names[1]]);
    const next = /<([^>]*)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    expect(Names.parse((await list(new URL(next).search.slice(1))).json)).toEqual([names[0]]);
  });

  it("is marked as followed where it is found", async () => {
    await bark(`Hello #${topic}`);
    await tag("follow");
    const search = () => call("GET", `/api/v2/search?type=hashtags&q=%23${topic}`, { token: reader.token });
    expect((await search()).json).toMatchObject({ hashtags: [{ name: topic, following: true }] });
  });

  it("has a history and may be new, but not unnameable", async () => {
    expect((await tag()).json).toMatchObject({
      name: topic,
      following: false,
      featuring: false,
      history: expect.any(Array),
    });
    expect((await tag("follow", "not-a-topic")).status).toBe(404);
    expect((await call("POST", `/api/v1/tags/${topic}/follow`)).status).toBe(401);
  });
});

describe("a topic that is featured", () => {
  it("is shown on the profile with the person's public barks about it", async () => {
    await bark(`One #${topic}`);
    await bark(`Two #${topic}`);
    await bark(`Hidden #${topic}`, { visibility: "private" });
    const made = await call("POST", "/api/v1/featured_tags", { token: author.token, json: { name: `#${topic}` } });
    expect(made.json).toMatchObject({
      name: topic,
      statuses_count: "2",
      last_status_at: expect.stringMatching(/^\d{4}-/),
    });
    expect((await call("GET", `/api/v1/accounts/${author.id}/featured_tags`, { token: reader.token })).json).toEqual([
      made.json,
    ]);
    expect((await call("GET", "/api/v1/featured_tags", { token: author.token })).json).toEqual([made.json]);
    const { id } = Id.parse(made.json);
    expect((await call("DELETE", `/api/v1/featured_tags/${id}`, { token: reader.token })).json).toEqual({});
    expect(Names.parse((await call("GET", "/api/v1/featured_tags", { token: author.token })).json)).toEqual([topic]);
    await call("DELETE", `/api/v1/featured_tags/${id}`, { token: author.token });
    expect((await call("GET", "/api/v1/featured_tags", { token: author.token })).json).toEqual([]);
  });

  it("can be set at the topic, is suggested if it is used, and ten are enough", async () => {
    await bark(`One #${topic}`, {}, reader);
    const suggested = async () =>
      Names.parse((await call("GET", "/api/v1/featured_tags/suggestions", { token: reader.token })).json);
    expect(await suggested()).toEqual([topic]);
    expect((await tag("feature")).json).toMatchObject({ featuring: true });
    expect(await suggested()).toEqual([]);
    for (let more = 0; more < 9; more++) await tag("feature", `t${freshHandle()}`);
    expect((await tag("feature", "onemore")).status).toBe(422);
    expect((await tag("unfeature")).json).toMatchObject({ featuring: false });
    expect((await tag("feature", "onemore")).status).toBe(200);
  });
});
