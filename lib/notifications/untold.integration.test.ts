import { afterAll, describe, expect, it } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { block, mute, muteThread, unblock } from "@/lib/moderation/writes";
import { like, rebark } from "@/lib/reactions/writes";
import { tcpRedis } from "@/lib/redis/tcp";
import { deliverAlertsOf } from "@/testing/alerts";
import { bark, liked, listener } from "@/testing/listening";
import { makePeople, makePerson } from "@/testing/people";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

describe("no alert is shown", () => {
  it("about acts of people who are blocked or muted, including earlier acts", async () => {
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

  it("in a muted conversation, until it is unmuted", async () => {
    const me = await listener();
    const other = await makePerson();
    const id = await bark(me);
    const reply = await bark(other, "An answer", id);
    await like(other.id, id);
    await deliverAlertsOf(other);
    expect(await me.list()).toHaveLength(2);
    await muteThread(me.id, reply, true);
    expect(await me.list()).toEqual([]);
    await muteThread(me.id, reply, false);
    expect(await me.list()).toHaveLength(2);
  });

  it("of a type that is turned off; turning it on shows them again", async () => {
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

  it("about a bark for followers that the person may not read", async () => {
    const me = await listener();
    const [author] = await makePeople(1);
    if (!author) throw new Error("nobody");
    const id = await bark(me);
    const secret = await createBark(author.id, { text: "Psst", replyTo: id, audience: "private" });
    await deliverAlertsOf(author);
    expect(secret.ok).toBe(true);
    expect(await me.list()).toEqual([]);
  });
});

describe("the policy for strangers", () => {
  it("filters or drops alerts of strangers, and lets accepted people through", async () => {
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
    await deliverAlertsOf(other);
    expect((await me.get("/api/v1/notifications/requests")).json).toMatchObject([
      { id: other.id, notifications_count: "1" },
    ]);
    await me.send("PATCH", "/api/v2/notifications/policy", { for_not_following: "drop" });
    expect((await me.get("/api/v1/notifications/requests")).json).toEqual([]);
    expect((await me.send("PATCH", "/api/v2/notifications/policy", { for_not_following: "maybe" })).status).toBe(422);
  });

  it("is also available in Mastodon's older format", async () => {
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
