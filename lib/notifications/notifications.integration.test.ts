import { afterAll, describe, expect, it } from "vitest";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { editBark } from "@/lib/history/writes";
import { MAX_ID } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { graphAlerts } from "@/lib/notifications/graph";
import { cachedAlerts } from "@/lib/notifications/cache";
import { alertsPage } from "@/lib/notifications/reads";
import { toNotification } from "@/lib/notifications/view";
import { notify } from "@/lib/notifications/writes";
import { follow, unfollow } from "@/lib/people/writes";
import { like, react, rebark, unlike, unreact, unrebark } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { jobsOf, deliverAlertsOf } from "@/testing/alerts";
import { makePeople, type TestPerson } from "@/testing/people";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

const ALL = { max: MAX_ID, min: "0", ascending: false, limit: 400 };

async function two(): Promise<[TestPerson, TestPerson]> {
  const [one, other] = await makePeople(2);
  if (!one || !other) throw new Error("nobody");
  return [one, other];
}

async function bark(
  author: TestPerson,
  text = "Hello",
  more: { replyTo?: string; quotes?: string } = {},
): Promise<string> {
  const created = await createBark(author.id, { text, ...more });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

/** A person's notifications as "type actor", newest first. */
async function told(person: TestPerson): Promise<string[]> {
  const heard = await alertsPage(person.id, { limit: 40 });
  return heard.map(toNotification).map(({ type, account }) => `${type} ${account.acct}`);
}

/** A person whose list is built and whose live stream is kept. */
async function listening(): Promise<[TestPerson, TestPerson]> {
  const [me, other] = await two();
  await told(me);
  await tcpRedis().zadd(keys.listening, Date.now(), me.id);
  return [me, other];
}

const live = async (person: TestPerson) =>
  (await tcpRedis().xrange(keys.live(person.id), "-", "+")).filter(([, [kind]]) => kind === "notification").length;

const acts: [string, (me: TestPerson, other: TestPerson) => Promise<unknown>][] = [
  ["mention", (me, other) => bark(other, `Hi @${me.handle}`)],
  ["mention", async (me, other) => bark(other, "An answer", { replyTo: await bark(me) })],
  ["quote", async (me, other) => bark(other, "Look", { quotes: await bark(me) })],
  ["reblog", async (me, other) => rebark(other.id, await bark(me))],
  ["favourite", async (me, other) => like(other.id, await bark(me))],
  ["emoji_reaction", async (me, other) => react(other.id, await bark(me), "🐸")],
  ["follow", (me, other) => follow(other.id, me.id)],
  ["status", async (me, other) => (await follow(me.id, other.id, { notify: true })) && bark(other)],
  ["update", async (me, other) => edited(other, await liked(me, other))],
];

async function liked(me: TestPerson, other: TestPerson): Promise<string> {
  const id = await bark(other);
  await like(me.id, id);
  return id;
}

const edited = (author: TestPerson, id: string, text = "Hello again") =>
  editBark(author.id, id, { text, spoiler: "", sensitive: false });

describe("an alert", () => {
  it.each(acts)(
    "of the type %s comes once, and is told once, however often its job is delivered",
    async (type, act) => {
      const [me, other] = await listening();
      await act(me, other);
      for (let turn = 0; turn < 3; turn++) await deliverAlertsOf(other);
      expect(await told(me)).toEqual([`${type} ${other.handle}`]);
      expect(await live(me)).toBe(1);
      expect(await told(other)).not.toContain(`${type} ${other.handle}`);
    },
  );

  it("is created for each of twenty people who like one bark at once, with several workers", async () => {
    const [me] = await listening();
    const id = await bark(me);
    const others = await makePeople(20);
    await Promise.all(others.map((other) => like(other.id, id)));
    const jobs = await jobsOf(...others);
    await Promise.all([...jobs, ...jobs].map((job) => notify(job)));
    expect((await told(me)).toSorted()).toEqual(others.map(({ handle }) => `favourite ${handle}`).toSorted());
    expect(await live(me)).toBe(20);
  });

  it("is a single one when a bark mentions, answers and quotes the same person", async () => {
    const [me, other] = await listening();
    const id = await bark(me);
    await follow(me.id, other.id, { notify: true });
    await bark(other, `@${me.handle} see`, { replyTo: id, quotes: id });
    await deliverAlertsOf(other);
    expect(await told(me)).toEqual([`mention ${other.handle}`]);
  });

  it("is removed when its cause is undone, whether or not the list was cached", async () => {
    const [me, other] = await listening();
    const id = await bark(me);
    await like(other.id, id);
    await react(other.id, id, "🐸");
    await react(other.id, id, "🦉");
    await rebark(other.id, id);
    await follow(other.id, me.id);
    await deliverAlertsOf(other);
    expect(await told(me)).toHaveLength(5);
    await unlike(other.id, id);
    await unreact(other.id, id, "🐸");
    await unrebark(other.id, id);
    await unfollow(other.id, me.id);
    await deliverAlertsOf(other);
    expect(await told(me)).toEqual([`emoji_reaction ${other.handle}`]);
    await tcpRedis().del(keys.alerts(me.id));
    expect(await told(me)).toEqual([`emoji_reaction ${other.handle}`]);
  });

  it("about a deleted bark is not shown", async () => {
    const [me, other] = await listening();
    const mine = await bark(me);
    await like(other.id, mine);
    const theirs = await bark(other, `@${me.handle}`);
    await deliverAlertsOf(other);
    expect(await told(me)).toHaveLength(2);
    await deleteBark(me.id, mine);
    await deleteBark(other.id, theirs);
    expect(await told(me)).toEqual([]);
  });

  it("of an edit is sent once an hour, and not to people who became involved after it", async () => {
    const [me, other] = await listening();
    const id = await liked(me, other);
    await edited(other, id, "Second");
    await edited(other, id, "Third");
    await deliverAlertsOf(other);
    expect(await told(me)).toEqual([`update ${other.handle}`]);
    const [late] = await makePeople(1);
    if (!late) throw new Error("nobody");
    await like(late.id, id);
    await deliverAlertsOf(other);
    expect(await told(late)).toEqual([]);
  });
});

describe("the cached list", () => {
  it("matches the graph, also when it was built while alerts arrived", async () => {
    const [me, other] = await two();
    for (const [, act] of acts) await act(me, other);
    await deliverAlertsOf(me, other);
    await told(me);
    for (const [, act] of acts.toReversed()) await act(me, other);
    await Promise.all([deliverAlertsOf(other), told(me), deliverAlertsOf(me)]);
    const kept = await cachedAlerts(me.id, ALL);
    expect(new Set(kept.map(({ kind }) => kind)).size).toBe(8);
    expect(kept).toEqual(await graphAlerts(me.id, ALL));
    await tcpRedis().del(keys.alerts(me.id));
    await cachedAlerts(me.id, ALL);
    expect(await cachedAlerts(me.id, ALL)).toEqual(kept);
  });
});
