import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { call, type Sent } from "@/testing/api";
import { makePeople, makeToken, type TestPerson } from "@/testing/people";

afterAll(() => driver().close());

const Id = z.object({ id: z.string() });
const Ids = z.array(Id).transform((all) => all.map(({ id }) => id));

interface Somebody extends TestPerson {
  token: string;
}
let owner: Somebody;
let member: Somebody;
let other: Somebody;
let stranger: Somebody;

beforeEach(async () => {
  const people = await Promise.all(
    (await makePeople(4)).map(async (one) => ({ ...one, ...(await makeToken(one.id)) })),
  );
  const [first, second, third, fourth] = people;
  if (!first || !second || !third || !fourth) throw new Error("nobody");
  [owner, member, other, stranger] = [first, second, third, fourth];
  for (const { id } of [member, other]) await call("POST", `/api/v1/accounts/${id}/follow`, { token: owner.token });
});

const own = (method: string, path: string, sent: Sent = {}) => call(method, path, { token: owner.token, ...sent });
const newList = async (json: object = {}) =>
  Id.parse((await own("POST", "/api/v1/lists", { json: { title: "Friends", ...json } })).json).id;
const add = (id: string, people: TestPerson[]) =>
  own("POST", `/api/v1/lists/${id}/accounts`, { json: { account_ids: people.map((one) => one.id) } });
const ids = async (path: string) => Ids.parse((await own("GET", path)).json);
const bark = async ({ token }: Somebody, json: object = {}) =>
  Id.parse((await call("POST", "/api/v1/statuses", { token, json: { status: "Hello", ...json } })).json).id;

describe("a list of people", () => {
  it("can be made, read, changed and deleted by its owner, and by nobody else", async () => {
    const id = await newList();
    const plain = { id, title: "Friends", replies_policy: "list", exclusive: false };
    expect((await own("GET", `/api/v1/lists/${id}`)).json).toEqual(plain);
    const changed = await own("PUT", `/api/v1/lists/${id}`, { json: { title: "Family", replies_policy: "none" } });
    expect(changed.json).toEqual({ ...plain, title: "Family", replies_policy: "none" });
    expect((await own("GET", "/api/v1/lists")).json).toEqual([changed.json]);
    for (const [method, path] of [
      ["GET", ""],
      ["PUT", ""],
      ["GET", "/accounts"],
      ["POST", "/accounts"],
      ["DELETE", "/accounts"],
    ]) {
      const json = method === "GET" ? undefined : { title: "Mine", account_ids: [member.id] };
      const answer = await call(String(method), `/api/v1/lists/${id}${path}`, { token: stranger.token, json });
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
    await call("DELETE", `/api/v1/lists/${id}`, { token: stranger.token });
    expect(await ids("/api/v1/lists")).toEqual([id]);
    for (let time = 0; time < 2; time++) expect((await own("DELETE", `/api/v1/lists/${id}`)).json).toEqual({});
    expect(await ids("/api/v1/lists")).toEqual([]);
  });

  it("needs a title, and knows only Mastodon's policies", async () => {
    for (const json of [{}, { title: " " }, { title: "A", replies_policy: "all" }])
      expect((await own("POST", "/api/v1/lists", { json })).status).toBe(422);
  });

  it("has members whom its owner follows, in pages, and tells on which lists somebody is", async () => {
    const id = await newList();
    expect((await add(id, [member])).json).toEqual({});
    expect((await add(id, [member, other])).json).toEqual({});
    expect((await add(id, [stranger])).status).toBe(404);
    expect(await ids(`/api/v1/lists/${id}/accounts`)).toEqual([other.id, member.id]);
    expect(await ids(`/api/v1/lists/${id}/accounts?limit=0`)).toEqual([other.id, member.id]);
    const first = await own("GET", `/api/v1/lists/${id}/accounts?limit=1`);
    const next = new URL(/<([^>]*)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "");
    expect(await ids(next.pathname + next.search)).toEqual([member.id]);
    expect(await ids(`/api/v1/accounts/${member.id}/lists`)).toEqual([id]);
    expect(await ids(`/api/v1/accounts/${stranger.id}/lists`)).toEqual([]);
    await own("DELETE", `/api/v1/lists/${id}/accounts?account_ids[]=${member.id}`);
    expect(await ids(`/api/v1/lists/${id}/accounts`)).toEqual([other.id]);
    await own("POST", `/api/v1/accounts/${other.id}/unfollow`);
    expect(await ids(`/api/v1/lists/${id}/accounts`)).toEqual([]);
  });
});

describe("the timeline of a list", () => {
  it("has the barks and rebarks of its members, page by page, and of nobody else", async () => {
    const id = await newList();
    await add(id, [member]);
    const made: string[] = [];
    for (let at = 0; at < 5; at++) made.unshift(await bark(member));
    const theirs = await bark(other);
    await bark(stranger);
    made.unshift(Id.parse((await call("POST", `/api/v1/statuses/${theirs}/reblog`, { token: member.token })).json).id);
    const path = `/api/v1/timelines/list/${id}`;
    expect(await ids(path)).toEqual(made);
    expect(await ids(`${path}?limit=2`)).toEqual(made.slice(0, 2));
    expect(await ids(`${path}?limit=2&max_id=${made[1]}`)).toEqual(made.slice(2, 4));
    expect(await ids(`${path}?limit=2&min_id=${made[4]}`)).toEqual(made.slice(2, 4));
    expect(await ids(`${path}?since_id=${made[2]}`)).toEqual(made.slice(0, 2));
    expect((await call("GET", path, { token: stranger.token })).status).toBe(404);
    await own("POST", `/api/v1/accounts/${member.id}/mute`);
    expect(await ids(path)).toEqual([]);
  });

  it.each([
    ["none", ["owner", "self"]],
    ["list", ["owner", "self", "listed"]],
    ["followed", ["owner", "self", "listed", "followed"]],
  ])("with the policy %s shows the replies to %j", async (policy, expected) => {
    const third = await makePeople(1);
    const listed = { ...third[0], ...(await makeToken(third[0]?.id ?? null)) } as Somebody;
    await own("POST", `/api/v1/accounts/${listed.id}/follow`);
    const id = await newList({ replies_policy: policy });
    await add(id, [member, listed]);
    const to: Record<string, Somebody> = { owner, self: member, listed, followed: other, stranger };
    const replies: Record<string, string> = {};
    for (const [name, somebody] of Object.entries(to)) {
      const parent = await bark(somebody);
      replies[name] = await bark(member, { status: "Yes", in_reply_to_id: parent });
    }
    const shown = await ids(`/api/v1/timelines/list/${id}?limit=40`);
    expect(Object.keys(replies).filter((name) => shown.includes(replies[name] ?? ""))).toEqual(expected);
  });

  it("that is exclusive takes the barks of its members out of Home, until it is not", async () => {
    const mine = await bark(owner);
    const [one, two] = [await bark(member), await bark(other)];
    const id = await newList({ exclusive: true });
    await add(id, [member]);
    expect(await ids("/api/v1/timelines/home")).toEqual([two, mine]);
    expect(await ids(`/api/v1/timelines/list/${id}`)).toEqual([one]);
    await own("PUT", `/api/v1/lists/${id}`, { json: { exclusive: false } });
    expect(await ids("/api/v1/timelines/home")).toEqual([two, one, mine]);
  });
});
