import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBark } from "@/lib/barks/writes";
import { idAt } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { GroupedNotifications, Notification } from "@/lib/notifications/schema";
import { block, mute, muteThread, unblock } from "@/lib/peace/writes";
import { follow } from "@/lib/people/writes";
import { like, react, rebark } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { tellOf } from "@/lib/testing/alerts";
import { type Answer, call } from "@/lib/testing/api";
import { ask, plantBarks } from "@/lib/testing/graph";
import { ALWAYS } from "@/lib/testing/mastodon";
import { makePeople, makePerson, makeToken, type TestPerson } from "@/lib/testing/people";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

const Notifications = z.array(Notification);

/** Somebody with a token, and what the API says to them. */
async function listener() {
  const me = await makePerson();
  const { token } = await makeToken(me.id);
  const get = (path: string) => call("GET", path, { token });
  const send = (method: string, path: string, json?: unknown) => call(method, path, { token, json });
  const list = async (query = "") => Notifications.parse((await get(`/api/v1/notifications?${query}`)).json);
  const rows = async (query = "") => GroupedNotifications.parse((await get(`/api/v2/notifications?${query}`)).json);
  const told = async (query = "") => (await list(query)).map(({ type, account }) => `${type} ${account.acct}`);
  return { ...me, get, send, list, rows, told };
}

async function bark(author: TestPerson, text = "Hello", replyTo?: string): Promise<string> {
  const created = await createBark(author.id, { text, replyTo });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

async function liked(author: TestPerson, likers: number): Promise<{ id: string; others: TestPerson[] }> {
  const [id, others] = [await bark(author), await makePeople(likers)];
  for (const other of others) await like(other.id, id);
  await tellOf(...others);
  return { id, others };
}

/** Likes of the past in the graph only, one a minute. @returns their ids, newest first */
async function plantLikes(author: TestPerson, howMany: number): Promise<string[]> {
  const liker = await makePerson();
  const barks = await plantBarks(author.id, howMany, { gap: 60_000 });
  const likes = barks.map((id, index) => ({ bark: id, id: idAt(Date.now() - (index + 1) * 60_000) }));
  await ask(
    `MATCH (p:Person {id: $liker}) UNWIND $likes AS like MATCH (b:Bark {id: like.bark})
     CREATE (p)-[:LIKES {id: like.id, version: 0}]->(b) RETURN count(*) AS count`,
    { liker: liker.id, likes },
    z.object({}),
  );
  return likes.map(({ id }) => id);
}

const nextOf = ({ headers }: Answer) => /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
const pathOf = (address: string) => address.replace(/^https?:\/\/[^/]+/, "");

const has = (fields: readonly string[]) =>
  expect.objectContaining(Object.fromEntries(fields.map((f) => [f, expect.anything()])));

describe("notifications", () => {
  it("have all that Mastodon says is always there, in each form", async () => {
    const me = await listener();
    await liked(me, 1);
    const [one] = z.array(z.unknown()).parse((await me.get("/api/v1/notifications")).json);
    expect(one).toEqual(has(ALWAYS.Notification));
    const grouped = (await me.get("/api/v2/notifications")).json;
    expect(grouped).toEqual(has(ALWAYS.GroupedNotificationsResults));
    expect(grouped).toMatchObject({ notification_groups: [has(ALWAYS.NotificationGroup)] });
    await me.send("PATCH", "/api/v2/notifications/policy", { for_new_accounts: "filter" });
    expect((await me.get("/api/v2/notifications/policy")).json).toEqual(has(ALWAYS.NotificationPolicy));
    expect((await me.get("/api/v1/notifications/requests")).json).toEqual([has(ALWAYS.NotificationRequest)]);
  });
});

describe("the list of notifications", () => {
  it("pages through more than Redis keeps, without a gap or one twice, and back up again", async () => {
    const me = await listener();
    const planted = await plantLikes(me, 450);
    const down: string[] = [];
    for (let path: string | undefined = "/api/v1/notifications?limit=40"; path;) {
      const answer: Answer = await me.get(pathOf(path));
      down.push(...Notifications.parse(answer.json).map(({ id }) => id));
      path = nextOf(answer);
    }
    expect(down).toEqual(planted);
    const up: string[] = [];
    for (let last = planted.at(-1) ?? "", page = [""]; page.length > 0; last = up[0] ?? last) {
      page = (await me.list(`limit=40&min_id=${last}`)).map(({ id }) => id);
      up.unshift(...page);
    }
    expect(up).toEqual(planted.slice(0, -1));
    expect((await me.list(`limit=5&since_id=${planted[100]}`)).map(({ id }) => id)).toEqual(planted.slice(0, 5));
  });

  it("is narrowed to types and to one account", async () => {
    const me = await listener();
    const [one, other] = await makePeople(2);
    if (!one || !other) throw new Error("nobody");
    const id = await bark(me);
    await like(one.id, id);
    await react(one.id, id, "🐸");
    await follow(other.id, me.id);
    await tellOf(one, other);
    expect(await me.told("types[]=favourite&types[]=follow")).toEqual([
      `follow ${other.handle}`,
      `favourite ${one.handle}`,
    ]);
    expect(await me.told("exclude_types[]=favourite&exclude_types[]=follow")).toEqual([`emoji_reaction ${one.handle}`]);
    expect(await me.told("types[]=reaction")).toEqual([`emoji_reaction ${one.handle}`]);
    expect(await me.told("types[]=poll")).toEqual([]);
    expect(await me.told(`account_id=${other.id}`)).toEqual([`follow ${other.handle}`]);
  });

  it("answers one, and no longer when it was dismissed or all was cleared away", async () => {
    const me = await listener();
    const { others } = await liked(me, 3);
    const [newest, second, third] = await me.list();
    expect((await me.get(`/api/v1/notifications/${second?.id}`)).json).toEqual(second);
    expect((await me.send("POST", `/api/v1/notifications/${second?.id}/dismiss`)).json).toEqual({});
    expect((await me.get(`/api/v1/notifications/${second?.id}`)).status).toBe(404);
    expect(await me.list()).toEqual([newest, third]);
    await tcpRedis().del(keys.alerts(me.id));
    expect(await me.list()).toEqual([newest, third]);
    expect((await me.send("POST", "/api/v1/notifications/clear")).json).toEqual({});
    expect(await me.list()).toEqual([]);
    await follow(others[0]?.id ?? "", me.id);
    await tellOf(...others);
    expect(await me.told()).toEqual([`follow ${others[0]?.handle}`]);
    expect((await me.get(`/api/v1/notifications/${third?.id}`)).status).toBe(404);
  });

  it("is nobody else's", async () => {
    const [me, other] = [await listener(), await listener()];
    await liked(me, 1);
    const [mine] = await me.list();
    expect(await other.list()).toEqual([]);
    expect((await other.get(`/api/v1/notifications/${mine?.id}`)).status).toBe(404);
    expect((await call("GET", "/api/v1/notifications")).status).toBe(401);
    expect((await call("GET", "/api/v2/notifications")).status).toBe(401);
  });

  it("counts what is unread, one by one and in rows, from the marker on", async () => {
    const me = await listener();
    await liked(me, 3);
    const count = async (version: string) => (await me.get(`/api/${version}/notifications/unread_count`)).json;
    expect([await count("v1"), await count("v2")]).toEqual([{ count: 3 }, { count: 1 }]);
    const [newest, second] = await me.list();
    await me.send("POST", "/api/v1/markers", { notifications: { last_read_id: second?.id } });
    expect(await count("v1")).toEqual({ count: 1 });
    await me.send("POST", "/api/v1/markers", { notifications: { last_read_id: newest?.id } });
    expect([await count("v1"), await count("v2")]).toEqual([{ count: 0 }, { count: 0 }]);
  });
});

describe("rows of notifications", () => {
  it("are one for a kind and bark, with their people, and can be had, opened and dismissed alone", async () => {
    const me = await listener();
    const { id, others } = await liked(me, 12);
    await rebark(others[0]?.id ?? "", id);
    await react(others[1]?.id ?? "", id, "🐸");
    await react(others[2]?.id ?? "", id, "🐸");
    await react(others[2]?.id ?? "", id, "🦉");
    await tellOf(...others.slice(0, 3));
    const { notification_groups: groups, accounts, statuses } = await me.rows();
    expect(groups.map(({ type, notifications_count: count }) => [type, count])).toEqual([
      ["emoji_reaction", 3],
      ["reblog", 1],
      ["favourite", 12],
    ]);
    expect(groups[0]?.reactions).toEqual([
      { name: "🐸", count: 2 },
      { name: "🦉", count: 1 },
    ]);
    expect(statuses.map((status) => status.id)).toEqual([id]);
    expect(groups.map(({ status_id: of }) => of)).toEqual([id, id, id]);
    const faces = groups[2]?.sample_account_ids ?? [];
    expect(faces).toEqual(
      others
        .toReversed()
        .slice(0, 8)
        .map((other) => other.id),
    );
    expect(accounts.map((account) => account.id)).toEqual(expect.arrayContaining(faces));
    const row = `/api/v2/notifications/${groups[2]?.group_key}`;
    expect(GroupedNotifications.parse((await me.get(row)).json).notification_groups).toEqual([groups[2]]);
    expect((await me.get(`${row}/accounts`)).json).toHaveLength(12);
    await me.send("POST", `${row}/dismiss`);
    expect((await me.get(row)).status).toBe(404);
    expect((await me.rows()).notification_groups).toEqual(groups.slice(0, 2));
  });

  it("are each whole, however a page is cut, and every notification is on one page", async () => {
    const me = await listener();
    const ids = [(await liked(me, 3)).id, (await liked(me, 3)).id, (await liked(me, 3)).id];
    const first = await me.get("/api/v2/notifications?limit=2");
    const { notification_groups: groups } = GroupedNotifications.parse(first.json);
    expect(groups.map(({ status_id: id, notifications_count: count }) => [id, count])).toEqual([
      [ids[2], 3],
      [ids[1], 3],
    ]);
    const next = GroupedNotifications.parse((await me.get(pathOf(nextOf(first) ?? ""))).json);
    expect(next.notification_groups.map(({ status_id: id }) => id)).toEqual([ids[0]]);
  });

  it("are single where types are not to be gathered", async () => {
    const me = await listener();
    await liked(me, 3);
    const { notification_groups: groups } = await me.rows("grouped_types[]=follow");
    expect(groups.map(({ group_key: key }) => key.replace(/\d+/, "N"))).toEqual([
      "ungrouped-N",
      "ungrouped-N",
      "ungrouped-N",
    ]);
    const partial = await me.rows("expand_accounts=partial_avatars");
    expect([partial.accounts.length, partial.partial_accounts?.length]).toEqual([1, 2]);
  });
});

describe("what is not told", () => {
  it("is what somebody blocked or muted does, also what they did before", async () => {
    const me = await listener();
    const { others } = await liked(me, 4);
    const [blocked, blocker, muted, heard] = others;
    if (!blocked || !blocker || !muted || !heard) throw new Error("nobody");
    await block(me.id, blocked.id);
    await block(blocker.id, me.id);
    await mute(me.id, muted.id, { duration: 0, notifications: true });
    expect(await me.told()).toEqual([`favourite ${heard.handle}`]);
    await mute(me.id, muted.id, { duration: 0, notifications: false });
    await unblock(me.id, blocked.id);
    expect(await me.told()).toEqual([
      `favourite ${heard.handle}`,
      `favourite ${muted.handle}`,
      `favourite ${blocked.handle}`,
    ]);
  });

  it("is what happens in a conversation that one muted, until one hears it again", async () => {
    const me = await listener();
    const other = await makePerson();
    const id = await bark(me);
    const reply = await bark(other, "An answer", id);
    await like(other.id, id);
    await tellOf(other);
    expect(await me.list()).toHaveLength(2);
    await muteThread(me.id, reply, true);
    expect(await me.list()).toEqual([]);
    await muteThread(me.id, reply, false);
    expect(await me.list()).toHaveLength(2);
  });

  it("is a type that is turned off, and it comes back when it is turned on", async () => {
    const me = await listener();
    await liked(me, 1);
    const turned = await me.send("PUT", "/api/v1/barker/notifications/settings", { favourite: false });
    expect(turned.json).toMatchObject({ favourite: false, mention: true, emoji_reaction: true });
    expect(await me.list()).toEqual([]);
    expect((await me.get("/api/v1/barker/notifications/settings")).json).toEqual(turned.json);
    await Promise.all(
      ["reblog", "follow", "mention"].map((type) =>
        me.send("PUT", "/api/v1/barker/notifications/settings", { [type]: false }),
      ),
    );
    expect((await me.get("/api/v1/barker/notifications/settings")).json).toMatchObject({
      favourite: false,
      reblog: false,
      follow: false,
      mention: false,
      update: true,
    });
    await me.send("PUT", "/api/v1/barker/notifications/settings", { favourite: true });
    expect(await me.list()).toHaveLength(1);
    expect((await me.send("PUT", "/api/v1/barker/notifications/settings", { favourite: "perhaps" })).status).toBe(422);
  });

  it("is a bark for followers that one may not read", async () => {
    const me = await listener();
    const [author] = await makePeople(1);
    if (!author) throw new Error("nobody");
    const id = await bark(me);
    const secret = await createBark(author.id, { text: "Psst", replyTo: id, audience: "private" });
    await tellOf(author);
    expect(secret.ok).toBe(true);
    expect(await me.list()).toEqual([]);
  });
});

describe("the policy for strangers", () => {
  it("puts aside or drops what they do, and lets in whom one accepts", async () => {
    const me = await listener();
    const { others } = await liked(me, 2);
    const [one, other] = others;
    if (!one || !other) throw new Error("nobody");
    expect((await me.get("/api/v2/notifications/policy")).json).toEqual({
      for_not_following: "accept",
      for_not_followers: "accept",
      for_new_accounts: "accept",
      for_private_mentions: "filter",
      for_limited_accounts: "filter",
      summary: { pending_requests_count: 0, pending_notifications_count: 0 },
    });
    const changed = await me.send("PATCH", "/api/v2/notifications/policy", { for_not_following: "filter" });
    expect(changed.json).toMatchObject({
      for_not_following: "filter",
      for_new_accounts: "accept",
      summary: { pending_requests_count: 2, pending_notifications_count: 2 },
    });
    expect(await me.list()).toEqual([]);
    expect(await me.list("include_filtered=true")).toHaveLength(2);
    const requests = (await me.get("/api/v1/notifications/requests")).json;
    expect(requests).toMatchObject([
      { id: other.id, notifications_count: "1", last_status: null },
      { id: one.id, notifications_count: "1" },
    ]);
    expect((await me.get(`/api/v1/notifications/requests/${one.id}`)).json).toMatchObject({
      account: { acct: one.handle },
    });
    await me.send("POST", `/api/v1/notifications/requests/${one.id}/accept`);
    await me.send("POST", "/api/v1/notifications/requests/dismiss", { id: [other.id] });
    expect(await me.told()).toEqual([`favourite ${one.handle}`]);
    expect((await me.get("/api/v1/notifications/requests")).json).toEqual([]);
    expect((await me.get(`/api/v1/notifications/requests/${other.id}`)).status).toBe(404);
    await rebark(other.id, await bark(me));
    await tellOf(other);
    expect((await me.get("/api/v1/notifications/requests")).json).toMatchObject([
      { id: other.id, notifications_count: "1" },
    ]);
    await me.send("PATCH", "/api/v2/notifications/policy", { for_not_following: "drop" });
    expect((await me.get("/api/v1/notifications/requests")).json).toEqual([]);
    expect((await me.send("PATCH", "/api/v2/notifications/policy", { for_not_following: "maybe" })).status).toBe(422);
  });

  it("is told in its older form, too", async () => {
    const me = await listener();
    await me.send("PUT", "/api/v1/notifications/policy", { filter_new_accounts: true });
    expect((await me.get("/api/v1/notifications/policy")).json).toMatchObject({
      filter_new_accounts: true,
      filter_not_following: false,
      filter_private_mentions: true,
    });
    expect((await me.get("/api/v2/notifications/policy")).json).toMatchObject({ for_new_accounts: "filter" });
  });
});
