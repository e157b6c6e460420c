import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { circlePage } from "@/lib/circles/reads";
import { CircleEntry, Suggestion } from "@/lib/circles/schema";
import { driver } from "@/lib/neo4j";
import { block, mute } from "@/lib/moderation/writes";
import { Account } from "@/lib/people/schema";
import { follow } from "@/lib/people/writes";
import { call } from "@/testing/api";
import { plantFollows } from "@/testing/follows";
import { ask, count } from "@/testing/graph";
import { makePeople, makeToken, type TestPerson } from "@/testing/people";

afterAll(() => driver().close());

const CIRCLES = "/api/v1/barker/circles";

/** The viewer, and a chain of people each of whom follows the next. */
async function line(length: number): Promise<{ token: string; people: TestPerson[] }> {
  const people = await makePeople(length);
  for (const [place, person] of people.entries()) await plantFollows(person.id, people.slice(place + 1, place + 2));
  return { token: (await makeToken(people[0]?.id ?? "")).token, people };
}

async function circle(token: string, degree: number, query = ""): Promise<CircleEntry[]> {
  const answer = await call("GET", `${CIRCLES}?degree=${degree}${query}`, { token });
  expect(answer.status).toBe(200);
  return z.array(CircleEntry).parse(answer.json);
}

const ids = (entries: { account: Account }[]) => entries.map(({ account }) => account.id);
const set = (personId: string, property: string, value: unknown) =>
  ask(
    `MATCH (p:Person {id: $personId}) SET p.${property} = $value RETURN p.id AS id`,
    { personId, value },
    z.unknown(),
  );

describe("circles", () => {
  it("contain the people two, three and four follows away, each with the people who lead to them", async () => {
    const { token, people } = await line(7);
    for (const degree of [2, 3, 4]) {
      const [entry, ...others] = await circle(token, degree);
      expect(others).toEqual([]);
      expect(entry).toMatchObject({ degree, known_followers_count: 1, sampled: false });
      expect(entry?.account.id).toBe(people[degree]?.id);
      expect(entry?.known_followers.map(({ id }) => id)).toEqual([people[degree - 1]?.id]);
    }
  });

  it("are sorted by known followers, then by fewest followers, then by id, across all pages", async () => {
    const [me, ...friends] = await makePeople(5);
    const found = await makePeople(7);
    if (!me) throw new Error("nobody");
    const { token } = await makeToken(me.id);
    await plantFollows(me.id, friends);
    const known = [4, 3, 3, 1, 1, 1, 1];
    for (const [place, person] of found.entries()) {
      for (const friend of friends.slice(0, known[place])) await plantFollows(friend.id, [person]);
    }
    const fans = await makePeople(2);
    for (const fan of fans) await plantFollows(fan.id, found.slice(1, 2));
    for (const fan of fans) await plantFollows(fan.id, found.slice(3, 4));
    const order = [0, 2, 1, 4, 5, 6, 3].map((place) => found[place]?.id);
    const all = await circle(token, 2);
    const [third, fourth, fifth] = [4, 5, 6].flatMap((place) => found[place]?.id ?? []).toSorted();
    expect(ids(all)).toEqual([...order.slice(0, 3), third, fourth, fifth, order[6]]);
    expect(all.map((entry) => entry.known_followers_count)).toEqual([4, 3, 3, 1, 1, 1, 1]);
    expect(all[0]?.known_followers).toHaveLength(3);
    const seen: string[] = [];
    let url: string | undefined = `${CIRCLES}?degree=2&limit=2`;
    while (url) {
      const { json, headers } = await call("GET", url, { token });
      seen.push(...ids(z.array(CircleEntry).parse(json)));
      url = /<[^>]*(\/api[^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
    }
    expect(seen).toEqual(ids(all));
    for (const limit of [1, 2, 7, 40]) expect((await circlePage(me.id, 2, limit)).total).toBe(7);
  });

  it("list people who follow the viewer back first", async () => {
    const [me, one, two, found, fan] = await makePeople(5);
    if (!me || !one || !two || !found || !fan) throw new Error("nobody");
    await plantFollows(me.id, [one, two]);
    await plantFollows(one.id, [found]);
    await plantFollows(two.id, [found, me]);
    await plantFollows(fan.id, [two]);
    const [entry] = await circle((await makeToken(me.id)).token, 2);
    expect(entry?.known_followers.map(({ id }) => id)).toEqual([two.id, one.id]);
  });

  it("leave out people with a block, mute or dismissal, and do not lead through them", async () => {
    const [me, plain, ...others] = await makePeople(6);
    const behind = await makePeople(5);
    if (!me || !plain) throw new Error("nobody");
    const { token } = await makeToken(me.id);
    await plantFollows(me.id, [plain]);
    await plantFollows(plain.id, others);
    for (const [place, person] of others.entries()) await plantFollows(person.id, behind.slice(place, place + 1));
    const [blocked, blocking, muted, dismissed] = others;
    await block(me.id, blocked?.id ?? "");
    await block(blocking?.id ?? "", me.id);
    await mute(me.id, muted?.id ?? "", { duration: 0, notifications: true });
    expect((await call("DELETE", `/api/v1/suggestions/${dismissed?.id}`, { token })).json).toEqual({});
    expect((await call("DELETE", `/api/v1/suggestions/${dismissed?.id}`, { token })).status).toBe(200);
    expect(await count("(:Person {id: $id})-[:DISMISSED]->()", { id: me.id })).toBe(1);
    expect(await circle(token, 2)).toEqual([]);
    expect(await circle(token, 3)).toEqual([]);
    for (const [place, person] of behind.entries()) {
      const status = (await call("GET", `/api/v1/barker/accounts/${person.id}/path`, { token })).status;
      expect({ place, status }).toEqual({ place, status: 404 });
    }
  });

  it("respect the settings not to be discovered and to hide whom one follows", async () => {
    const { token, people } = await line(6);
    await set(people[2]?.id ?? "", "discoverable", false);
    expect(await circle(token, 2)).toEqual([]);
    const [third] = await circle(token, 3);
    expect(third).toMatchObject({ known_followers: [], known_followers_count: 1 });
    await set(people[2]?.id ?? "", "hideCollections", true);
    expect(await circle(token, 3)).toEqual([]);
    expect((await call("GET", `/api/v1/barker/accounts/${people[3]?.id}/path`, { token })).status).toBe(404);
  });

  it("reject degrees other than two, three and four", async () => {
    const { token } = await line(1);
    for (const degree of ["1", "5", "0", "x", "2.5"]) {
      expect((await call("GET", `${CIRCLES}?degree=${degree}`, { token })).status).toBe(422);
    }
    expect((await call("GET", `${CIRCLES}?cursor=bm9uZQ`, { token })).status).toBe(422);
    expect((await call("GET", CIRCLES)).status).toBe(401);
  });
});

describe("the path to a person", () => {
  it("is a shortest chain that begins with the viewer, and does not exist beyond four follows or across a block", async () => {
    const { token, people } = await line(6);
    const path = async (place: number) => {
      const { status, json } = await call("GET", `/api/v1/barker/accounts/${people[place]?.id}/path`, { token });
      return status === 200
        ? z
            .array(Account)
            .parse(json)
            .map(({ id }) => id)
        : status;
    };
    const chain = people.map(({ id }) => id);
    for (const length of [0, 1, 2, 3, 4]) expect(await path(length)).toEqual(chain.slice(0, length + 1));
    expect(await path(5)).toBe(404);
    await follow(people[1]?.id ?? "", people[4]?.id ?? "");
    expect(await path(5)).toEqual([chain[0], chain[1], chain[4], chain[5]]);
    await block(people[5]?.id ?? "", people[0]?.id ?? "");
    expect(await path(5)).toBe(404);
    expect((await call("GET", "/api/v1/barker/accounts/1/path", { token })).status).toBe(404);
  });
});

describe("suggestions", () => {
  it("are followed by people the viewer follows, carry the reason, and include nobody dismissed or requested", async () => {
    const [me, one, two, found, other, locked] = await makePeople(6);
    if (!me || !one || !two || !found || !other || !locked) throw new Error("nobody");
    const { token } = await makeToken(me.id);
    await plantFollows(me.id, [one, two]);
    await plantFollows(one.id, [found, other, locked]);
    await plantFollows(two.id, [found]);
    await set(locked.id, "locked", true);
    await follow(me.id, locked.id);
    const read = async () => {
      const { json } = await call("GET", "/api/v2/suggestions?limit=80", { token });
      return z
        .array(Suggestion)
        .parse(json)
        .filter(({ sources }) => sources.includes("friends_of_friends"));
    };
    const [first, ...others] = await read();
    expect(first).toMatchObject({ source: "past_interactions", known_followers_count: 2, account: { id: found.id } });
    expect(first?.known_followers.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(ids(others)).toEqual([other.id]);
    await call("DELETE", `/api/v1/suggestions/${found.id}`, { token });
    expect(ids(await read())).toEqual([other.id]);
    const older = await call("GET", "/api/v1/suggestions?limit=1", { token });
    expect(
      z
        .array(Account)
        .parse(older.json)
        .map(({ id }) => id),
    ).toEqual([other.id]);
  });

  it("are also made for a new person who follows nobody", async () => {
    const [me] = await makePeople(1);
    const { json } = await call("GET", "/api/v2/suggestions?limit=5", { token: (await makeToken(me?.id ?? "")).token });
    const found = z.array(Suggestion).parse(json);
    expect(found.every(({ source, sources }) => source === "global" && sources[0] === "most_followed")).toBe(true);
    expect(ids(found)).not.toContain(me?.id);
  });
});
