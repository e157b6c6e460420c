import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { idAt } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { follow } from "@/lib/people/writes";
import { like, react, rebark } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { deliverAlertsOf } from "@/testing/alerts";
import { type Answer, call } from "@/testing/api";
import { ask, plantBarks } from "@/testing/graph";
import { GroupedNotifications } from "@/lib/notifications/schema";
import { bark, liked, listener, Notifications } from "@/testing/listening";
import { ALWAYS } from "@/testing/mastodon";
import { makePeople, makePerson, type TestPerson } from "@/testing/people";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

/** Likes in the past, in the graph only, one a minute. @returns their ids, newest first */
async function plantLikes(author: TestPerson, howMany: number): Promise<string[]> {
  const liker = await makePerson();
  const barks = await plantBarks(author.id, howMany, { gap: 60_000 });
  const likes = barks.map((id, index) => ({ bark: id, id: idAt(Date.now() - (index + 1) * 60_000) }));
  await ask(
    `MATCH (p:Person {id: $liker}) UNWIND $likes AS like MATCH (b:Bark {id: like.bark})
     CREATE (p)-[:LIKES {id: like.id, authorId: b.authorId, version: 0}]->(b) RETURN count(*) AS count`,
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
  it("have every field that Mastodon documents as always present, in each format", async () => {
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
  it("pages beyond what Redis holds, down and back up, without gap or duplicate", async () => {
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

  it("can be filtered by type and by account", async () => {
    const me = await listener();
    const [one, other] = await makePeople(2);
    if (!one || !other) throw new Error("nobody");
    const id = await bark(me);
    await like(one.id, id);
    await react(one.id, id, "🐸");
    await follow(other.id, me.id);
    await deliverAlertsOf(one, other);
    expect(await me.told("types[]=favourite&types[]=follow")).toEqual([
      `follow ${other.handle}`,
      `favourite ${one.handle}`,
    ]);
    expect(await me.told("exclude_types[]=favourite&exclude_types[]=follow")).toEqual([`emoji_reaction ${one.handle}`]);
    expect(await me.told("types[]=reaction")).toEqual([`emoji_reaction ${one.handle}`]);
    expect(await me.told("types[]=poll")).toEqual([]);
    expect(await me.told(`account_id=${other.id}`)).toEqual([`follow ${other.handle}`]);
  });

  it("returns one notification by id, but not after it was dismissed or all were cleared", async () => {
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
    await deliverAlertsOf(...others);
    expect(await me.told()).toEqual([`follow ${others[0]?.handle}`]);
    expect((await me.get(`/api/v1/notifications/${third?.id}`)).status).toBe(404);
  });

  it("belongs to its person only", async () => {
    const [me, other] = [await listener(), await listener()];
    await liked(me, 1);
    const [mine] = await me.list();
    expect(await other.list()).toEqual([]);
    expect((await other.get(`/api/v1/notifications/${mine?.id}`)).status).toBe(404);
    expect((await call("GET", "/api/v1/notifications")).status).toBe(401);
    expect((await call("GET", "/api/v2/notifications")).status).toBe(401);
  });

  it("counts unread notifications and rows of them since the marker", async () => {
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
  it("group one kind and bark with its people, and can be read, opened and dismissed one by one", async () => {
    const me = await listener();
    const { id, others } = await liked(me, 12);
    await rebark(others[0]?.id ?? "", id);
    await react(others[1]?.id ?? "", id, "🐸");
    await react(others[2]?.id ?? "", id, "🐸");
    await react(others[2]?.id ?? "", id, "🦉");
    await deliverAlertsOf(...others.slice(0, 3));
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

  it("are complete at any page size, and every notification is on exactly one page", async () => {
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

  it("are single for types that are not grouped", async () => {
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
