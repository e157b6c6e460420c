import { afterAll, describe, expect, it } from "vitest";
import { driver, IdRow } from "@/lib/neo4j";
import { blocksPage, mutesPage, requestsPage } from "@/lib/moderation/reads";
import { block, mute, unblock, unmute } from "@/lib/moderation/writes";
import { mayInteract, relationships } from "@/lib/people/reads";
import { authorizeRequest, follow, rejectRequest, removeFollower, unfollow } from "@/lib/people/writes";
import { ask, count } from "@/testing/graph";
import { makePeople, makePerson, type TestPerson } from "@/testing/people";

afterAll(() => driver().close());

const nobody = "1000000000000000001";
const forever = { duration: 0, notifications: true };

const two = async (): Promise<[TestPerson, TestPerson]> => Promise.all([makePerson(), makePerson()]);
const lock = ({ id }: TestPerson, locked = true) =>
  ask("MATCH (p:Person {id: $id}) SET p.locked = $locked RETURN p.id AS id", { id, locked }, IdRow);
const edges = (kinds: string, a: TestPerson, b: TestPerson) =>
  count(`(:Person {id: $a})-[:${kinds}]-(:Person {id: $b})`, { a: a.id, b: b.id });
const relationshipWith = async (a: TestPerson, b: TestPerson) => (await relationships(a.id, [b.id]))[0];

describe("a follow request", () => {
  it("is created once when the person approves followers", async () => {
    const [fan, star] = await two();
    await lock(star);
    const answers = await Promise.all(Array.from({ length: 20 }, () => follow(fan.id, star.id)));
    expect(answers.every(({ requested, following }) => requested && !following)).toBe(true);
    expect(await edges("REQUESTED_FOLLOW", fan, star)).toBe(1);
    expect(await relationshipWith(star, fan)).toMatchObject({ requested_by: true, followed_by: false });
    expect((await requestsPage(star.id, { limit: 20 })).items.map(({ id }) => id)).toEqual([fan.id]);
  });

  it("is accepted with the settings it was made with, and leaves nothing when it is rejected", async () => {
    const [[fan, star], other] = [await two(), await makePerson()];
    await lock(star);
    await follow(fan.id, star.id, { rebarks: false, notify: true, languages: ["cy"] });
    await follow(other.id, star.id);
    expect(await authorizeRequest(star.id, fan.id)).toMatchObject({ followed_by: true, requested_by: false });
    expect(await authorizeRequest(star.id, fan.id)).toMatchObject({ followed_by: true });
    expect(await rejectRequest(star.id, other.id)).toMatchObject({ followed_by: false, requested_by: false });
    expect(await rejectRequest(star.id, other.id)).toMatchObject({ requested_by: false });
    expect(await relationshipWith(fan, star)).toMatchObject({
      following: true,
      notifying: true,
      showing_reblogs: false,
    });
    expect(await edges("REQUESTED_FOLLOW", other, star)).toBe(0);
    await expect(authorizeRequest(star.id, other.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(rejectRequest(star.id, nobody)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is withdrawn by unfollowing, and stays pending when approval is turned off", async () => {
    const [fan, star] = await two();
    await lock(star);
    await follow(fan.id, star.id);
    expect(await unfollow(fan.id, star.id)).toMatchObject({ requested: false });
    await follow(fan.id, star.id);
    await lock(star, false);
    expect(await relationshipWith(fan, star)).toMatchObject({ requested: true, following: false });
    expect(await follow(fan.id, star.id)).toMatchObject({ requested: false, following: true });
    expect(await edges("REQUESTED_FOLLOW", fan, star)).toBe(0);
  });

  it("ends in one consistent state when it is accepted, rejected and withdrawn at once", async () => {
    const [fan, star] = await two();
    await lock(star);
    await follow(fan.id, star.id);
    const acts = [
      () => authorizeRequest(star.id, fan.id),
      () => rejectRequest(star.id, fan.id),
      () => unfollow(fan.id, star.id),
    ];
    await Promise.allSettled(Array.from({ length: 18 }, async (_, turn) => acts[turn % 3]?.()));
    expect(await edges("REQUESTED_FOLLOW", fan, star)).toBe(0);
    const follows = await edges("FOLLOWS", fan, star);
    expect(await relationshipWith(fan, star)).toMatchObject({ requested: false, following: follows === 1 });
  });
});

describe("a follow", () => {
  it("has an id and keeps settings that are not sent again", async () => {
    const [fan, star] = await two();
    await follow(fan.id, star.id, { notify: true });
    expect(await follow(fan.id, star.id, { rebarks: false })).toMatchObject({
      notifying: true,
      showing_reblogs: false,
    });
    expect(await follow(fan.id, star.id)).toMatchObject({ notifying: true, showing_reblogs: false });
    expect(await count("(:Person {id: $id})-[f:FOLLOWS]->() WHERE f.id =~ '\\\\d{19}'", { id: fan.id })).toBe(1);
  });

  it("can be ended by the followed person", async () => {
    const [fan, star] = await two();
    await follow(fan.id, star.id);
    expect(await removeFollower(star.id, fan.id)).toMatchObject({ followed_by: false });
    expect(await removeFollower(star.id, fan.id)).toMatchObject({ followed_by: false });
    expect(await edges("FOLLOWS", fan, star)).toBe(0);
  });
});

describe("blocking", () => {
  it("ends follows and requests in both directions, and is visible in the relationship", async () => {
    const [a, b] = await two();
    await Promise.all([follow(a.id, b.id), follow(b.id, a.id)]);
    expect(await block(a.id, b.id)).toMatchObject({ blocking: true, following: false, followed_by: false });
    expect(await relationshipWith(b, a)).toMatchObject({ blocked_by: true, following: false });
    expect(await edges("FOLLOWS|REQUESTED_FOLLOW", a, b)).toBe(0);
    await lock(b);
    await unblock(a.id, b.id);
    await follow(a.id, b.id);
    await block(b.id, a.id);
    expect(await edges("FOLLOWS|REQUESTED_FOLLOW", a, b)).toBe(0);
  });

  it("lets neither person follow the other until it ends", async () => {
    const [a, b] = await two();
    await block(a.id, b.id);
    await expect(follow(a.id, b.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(follow(b.id, a.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await unblock(a.id, b.id)).toMatchObject({ blocking: false });
    expect(await unblock(a.id, b.id)).toMatchObject({ blocking: false });
    expect(await follow(b.id, a.id)).toMatchObject({ following: true });
  });

  it("hides the blocker from the blocked person, and not the other way round", async () => {
    const [a, b] = await two();
    await block(a.id, b.id);
    expect([await mayInteract(b.id, a.id), await mayInteract(a.id, b.id), await mayInteract(null, a.id)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("ends in one block and no follow after twenty concurrent blocks with follows in both directions", async () => {
    const [a, b] = await two();
    const acts = [() => block(a.id, b.id), () => follow(a.id, b.id), () => follow(b.id, a.id)];
    await Promise.allSettled(Array.from({ length: 60 }, async (_, turn) => acts[turn % 3]?.()));
    expect(await edges("BLOCKS", a, b)).toBe(1);
    expect(await edges("FOLLOWS|REQUESTED_FOLLOW", a, b)).toBe(0);
  });

  it("of oneself or of an unknown person is rejected", async () => {
    const { id } = await makePerson();
    await expect(async () => block(id, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(block(id, nobody)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("muting", () => {
  it("applies until it expires", async () => {
    const [a, b] = await two();
    expect(await mute(a.id, b.id, { duration: 1, notifications: false })).toMatchObject({
      muting: true,
      muting_notifications: false,
      muting_expires_at: expect.stringMatching(/Z$/),
    });
    expect((await mutesPage(a.id, { limit: 5 })).items).toMatchObject([
      { id: b.id, mute_expires_at: expect.any(String) },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await relationshipWith(a, b)).toMatchObject({ muting: false, muting_expires_at: null });
    expect((await mutesPage(a.id, { limit: 5 })).items).toEqual([]);
  });

  it("replaces the settings when it is repeated, and is ended by unmuting", async () => {
    const [a, b] = await two();
    await mute(a.id, b.id, { duration: 60, notifications: false });
    expect(await mute(a.id, b.id, forever)).toMatchObject({ muting_notifications: true, muting_expires_at: null });
    expect(await edges("MUTES", a, b)).toBe(1);
    expect(await unmute(a.id, b.id)).toMatchObject({ muting: false });
    expect(await unmute(a.id, b.id)).toMatchObject({ muting: false });
    await expect(mute(a.id, nobody, forever)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("lists of blocks, mutes and requests", () => {
  it("are in order of creation, and pages join without gap or overlap", async () => {
    const [owner, others] = [await makePerson(), await makePeople(7)];
    await lock(owner);
    for (const other of others) {
      await block(owner.id, other.id);
      await mute(owner.id, other.id, forever);
    }
    const asking = await makePeople(7);
    for (const other of asking) await follow(other.id, owner.id);
    for (const [list, people] of [
      [blocksPage, others],
      [mutesPage, others],
      [requestsPage, asking],
    ] as const) {
      const expected = people.map(({ id }) => id).toReversed();
      const older: string[] = [];
      for (let maxId: string | undefined; older.length < 7;) {
        const { items, edges: ids } = await list(owner.id, { limit: 3, maxId });
        older.push(...items.map(({ id }) => id));
        maxId = ids.at(-1);
      }
      expect(older).toEqual(expected);
      const first = await list(owner.id, { limit: 3, minId: "0" });
      expect(first.items.map(({ id }) => id)).toEqual(expected.slice(-3));
    }
  });
});
