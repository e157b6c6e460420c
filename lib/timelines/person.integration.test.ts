import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver, IdRow } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { freshHandle, makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const Ids = z.array(IdRow);

async function holder() {
  const person = await makePerson();
  return { ...person, token: (await makeToken(person.id)).token };
}

const post = async (token: string, path: string, json: unknown = {}) =>
  IdRow.parse((await call("POST", path, { token, json })).json).id;
const bark = (token: string, status: string, more: object = {}) => post(token, "/api/v1/statuses", { status, ...more });
const ids = async (path: string, token?: string) =>
  Ids.parse((await call("GET", path, { token })).json).map(({ id }) => id);

describe("a person's barks", () => {
  it("can be filtered with the parameters of Mastodon's clients", async () => {
    const [person, other] = [await holder(), await holder()];
    const topic = freshHandle();
    const asked = await bark(other.token, "A question");
    const plain = await bark(person.token, `A bark #${topic}`);
    const own = await bark(person.token, "More of it", { in_reply_to_id: plain });
    const reply = await bark(person.token, "An answer", { in_reply_to_id: asked });
    const rebark = await post(person.token, `/api/v1/statuses/${asked}/reblog`);
    const shown = await bark(person.token, "A picture");
    await ask(
      "MATCH (b:Bark {id: $shown}) CREATE (b)-[:SHOWS {order: 0}]->(:Media {id: $shown, ownerId: $id, kind: 'picture', key: $key, width: 4, height: 3, thumbhash: 'AA==', blurhash: 'L00000'}) RETURN b.id AS id",
      { shown, id: person.id, key: topic },
      IdRow,
    );
    await post(person.token, `/api/v1/statuses/${plain}/pin`);
    const list = (query = "") => ids(`/api/v1/accounts/${person.id}/statuses?${query}`);
    expect(await list()).toEqual([shown, rebark, reply, own, plain]);
    expect(await list("exclude_replies=true")).toEqual([shown, rebark, own, plain]);
    expect(await list("only_replies=true")).toEqual([reply]);
    expect(await list("exclude_reblogs=1")).toEqual([shown, reply, own, plain]);
    expect(await list("only_media=true")).toEqual([shown]);
    expect(await list("pinned=true")).toEqual([plain]);
    expect(await list(`tagged=${topic.toUpperCase()}`)).toEqual([plain]);
    expect(await list("exclude_replies=true&limit=2")).toEqual([shown, rebark]);
    expect(await list(`exclude_replies=true&limit=2&max_id=${rebark}`)).toEqual([own, plain]);
    expect(await list(`exclude_replies=true&limit=2&min_id=${plain}`)).toEqual([rebark, own]);
    expect((await call("GET", `/api/v1/accounts/${person.id}/statuses?pinned=perhaps`)).status).toBe(422);
  });

  it("for followers only are not listed for anybody else", async () => {
    const [person, follower, stranger] = [await holder(), await holder(), await holder()];
    await post(follower.token, `/api/v1/accounts/${person.id}/follow`);
    const hidden = await bark(person.token, "For followers", { visibility: "private" });
    const path = `/api/v1/accounts/${person.id}/statuses`;
    expect(await ids(path, follower.token)).toEqual([hidden]);
    expect(await ids(path, stranger.token)).toEqual([]);
    expect(await ids(path)).toEqual([]);
  });
});

describe("the barks that a person likes", () => {
  it("are listed for that person only", async () => {
    const [person, other] = [await holder(), await holder()];
    const liked = await bark(other.token, "Nice");
    await post(person.token, `/api/v1/statuses/${liked}/favourite`);
    const path = `/api/v1/barker/accounts/${person.id}/likes`;
    const show = (on: boolean) =>
      call("PATCH", "/api/v1/accounts/update_credentials", { token: person.token, json: { shows_likes: on } });
    expect(await ids(path, person.token)).toEqual([liked]);
    expect((await call("GET", path, { token: other.token })).status).toBe(404);
    expect((await call("GET", path)).status).toBe(404);
    await show(true);
    expect(await ids(path)).toEqual([liked]);
    await show(false);
    expect((await call("GET", path)).status).toBe(404);
  });
});

describe("the people that somebody follows", () => {
  it("are not listed for others if they hide them", async () => {
    const [person, other] = [await holder(), await holder()];
    await post(person.token, `/api/v1/accounts/${other.id}/follow`);
    await post(other.token, `/api/v1/accounts/${person.id}/follow`);
    const lists = [`/api/v1/accounts/${person.id}/following`, `/api/v1/accounts/${person.id}/followers`];
    for (const path of lists) expect(await ids(path)).toEqual([other.id]);
    const json = { hide_collections: true };
    await call("PATCH", "/api/v1/accounts/update_credentials", { token: person.token, json });
    for (const path of lists) {
      expect(await ids(path)).toEqual([]);
      expect(await ids(path, other.token)).toEqual([]);
      expect(await ids(path, person.token)).toEqual([other.id]);
    }
  });
});

describe("known followers", () => {
  it("are people the viewer follows who also follow the person, without those the viewer mutes", async () => {
    const [me, person, known, muted, stranger] = await Promise.all([holder(), holder(), holder(), holder(), holder()]);
    for (const follower of [known, muted, stranger]) await post(follower.token, `/api/v1/accounts/${person.id}/follow`);
    for (const followed of [known, muted]) await post(me.token, `/api/v1/accounts/${followed.id}/follow`);
    await post(me.token, `/api/v1/accounts/${muted.id}/mute`);
    const path = "/api/v1/accounts/familiar_followers";
    const answer = await call("GET", `${path}?id[]=${person.id}&id[]=${stranger.id}`, { token: me.token });
    expect(answer.json).toMatchObject([
      { id: person.id, accounts: [{ id: known.id }], accounts_count: 1 },
      { id: stranger.id, accounts: [], accounts_count: 0 },
    ]);
    expect((await call("GET", `${path}?id[]=${person.id}`)).status).toBe(401);
  });
});
