import { afterAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import {
  findPeople,
  findPerson,
  followersPage,
  followingPage,
  findVisiblePersonByHandle,
  relationships,
} from "@/lib/people/reads";
import { follow, unfollow } from "@/lib/people/writes";
import { count } from "@/testing/graph";
import { freshHandle, makePeople, makePerson } from "@/testing/people";

afterAll(() => driver().close());

const follows = (follower: string, followee: string) =>
  count("(:Person {id: $follower})-[:FOLLOWS]->(:Person {id: $followee})", { follower, followee });
const nobody = "1000000000000000001";

describe("following", () => {
  it("twenty times at once creates one follow", async () => {
    const [fan, star] = await pair();
    const answers = await Promise.all(Array.from({ length: 20 }, () => follow(fan.id, star.id)));
    expect(answers.every((answer) => answer.following && answer.id === star.id)).toBe(true);
    expect(await follows(fan.id, star.id)).toBe(1);
    expect(await findPerson(star.id)).toMatchObject({ followers: 1, following: 0 });
    expect(await findPerson(fan.id)).toMatchObject({ followers: 0, following: 1 });
  });

  it("by twenty people at once counts twenty", async () => {
    const star = await makePerson();
    const fans = await makePeople(20);
    await Promise.all(fans.map((fan) => follow(fan.id, star.id)));
    expect((await findPerson(star.id))?.followers).toBe(20);
    await Promise.all(fans.map((fan) => unfollow(fan.id, star.id)));
    expect((await findPerson(star.id))?.followers).toBe(0);
  });

  it("each other at the same moment succeeds for both", async () => {
    const [a, b] = await pair();
    const turns = Array.from({ length: 10 }, (_, turn) => (turn % 2 === 0 ? follow(a.id, b.id) : follow(b.id, a.id)));
    await Promise.all(turns);
    expect(await relationships(a.id, [b.id])).toMatchObject([{ following: true, followed_by: true }]);
  });

  it("oneself is forbidden, and an unknown person is not found", async () => {
    const { id } = await makePerson();
    await expect(async () => follow(id, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(follow(id, nobody)).rejects.toMatchObject({ code: "not_found" });
    await expect(follow(nobody, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(unfollow(id, nobody)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("unfollowing", () => {
  it("twice is idempotent", async () => {
    const [fan, star] = await pair();
    await follow(fan.id, star.id);
    expect(await unfollow(fan.id, star.id)).toMatchObject({ following: false });
    expect(await unfollow(fan.id, star.id)).toMatchObject({ following: false });
    expect(await follows(fan.id, star.id)).toBe(0);
  });

  it("twenty times at once succeeds each time", async () => {
    const [fan, star] = await pair();
    await follow(fan.id, star.id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => unfollow(fan.id, star.id)));
    expect(answers.every((answer) => !answer.following)).toBe(true);
    expect(await follows(fan.id, star.id)).toBe(0);
  });

  it("and following again, all at once, ends in one follow or none", async () => {
    const [fan, star] = await pair();
    const turns = Array.from({ length: 20 }, (_, turn) => (turn % 2 === 0 ? follow : unfollow)(fan.id, star.id));
    await Promise.all(turns);
    const [relationship] = await relationships(fan.id, [star.id]);
    expect(await follows(fan.id, star.id)).toBe(relationship?.following ? 1 : 0);
    expect((await findPerson(star.id))?.followers).toBe(relationship?.following ? 1 : 0);
  });
});

describe("lists of follows", () => {
  it("are complete page by page in both directions, without gap or overlap", async () => {
    const star = await makePerson();
    const fans = await makePeople(45);
    await Promise.all(fans.map((fan) => follow(fan.id, star.id)));
    const newestFirst = fans
      .map(({ id }) => id)
      .toSorted()
      .toReversed();
    const older: string[] = [];
    for (let maxId: string | undefined; older.length < 45; maxId = older.at(-1)) {
      const { accounts, next } = await followersPage(star.id, { limit: 20, maxId });
      older.push(...accounts.map(({ id }) => id));
      expect(next).toBe(accounts.length === 20 ? older.at(-1) : null);
    }
    expect(older).toEqual(newestFirst);
    const newer: string[] = [];
    for (let minId = "0"; newer.length < 45; minId = newer[0] ?? "") {
      newer.unshift(...(await followersPage(star.id, { limit: 20, minId })).accounts.map(({ id }) => id));
    }
    expect(newer).toEqual(newestFirst);
  });

  it("contain everybody between two bounds", async () => {
    const fan = await makePerson();
    const stars = await makePeople(6);
    for (const star of stars) await follow(fan.id, star.id);
    const ids = stars.map(({ id }) => id).toSorted();
    const between = async (page: { maxId?: string; sinceId?: string; minId?: string }) =>
      (await followingPage(fan.id, { limit: 2, ...page })).accounts.map(({ id }) => id);
    expect(await between({ maxId: ids[5], sinceId: ids[0] })).toEqual([ids[4], ids[3]]);
    expect(await between({ maxId: ids[5], minId: ids[0] })).toEqual([ids[2], ids[1]]);
    expect(await between({ maxId: ids[1], minId: ids[4] })).toEqual([]);
  });
});

describe("people", () => {
  it("are found by handle in any case, with or without the @", async () => {
    const { id, handle } = await makePerson(`Aa${freshHandle()}`);
    for (const name of [handle, handle.toLowerCase(), handle.toUpperCase(), `@${handle}`]) {
      expect(await findVisiblePersonByHandle(null, name)).toMatchObject({ id, username: handle });
    }
    expect(await findVisiblePersonByHandle(null, `${handle}_`)).toBeNull();
  });

  it("whose handles differ only in leading zeros are two people", async () => {
    const digits = String(Date.now());
    const [long, short] = await Promise.all([makePerson(`007${digits}`), makePerson(`7${digits}`)]);
    expect(await findVisiblePersonByHandle(null, `007${digits}`)).toMatchObject({ id: long.id });
    expect(await findVisiblePersonByHandle(null, `7${digits}`)).toMatchObject({ id: short.id });
  });

  it("are returned in the requested order, without unknown ids", async () => {
    const [a, b] = await pair();
    expect((await findPeople([b.id, nobody, a.id, b.id])).map(({ id }) => id)).toEqual([b.id, a.id, b.id]);
    expect((await relationships(a.id, [nobody, b.id, a.id])).map(({ id }) => id)).toEqual([b.id, a.id]);
  });
});

async function pair() {
  return Promise.all([makePerson(), makePerson()]);
}
