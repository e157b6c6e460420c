import { createECDH, randomBytes } from "node:crypto";
import { createRestAPIClient, type mastodon } from "masto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { apiUrl } from "@/testing/api";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { photo } from "@/testing/pictures";

afterAll(() => driver().close());

type Client = mastodon.rest.Client;

async function join(scopes = ["read", "write", "follow", "push"]): Promise<TestPerson & { api: Client }> {
  const person = await makePerson();
  const { token: accessToken } = await makeToken(person.id, scopes);
  return { ...person, api: createRestAPIClient({ url: await apiUrl(), accessToken }) };
}

let otter: TestPerson & { api: Client };
let heron: TestPerson & { api: Client };
let status: mastodon.v1.Status;

beforeAll(async () => {
  [otter, heron] = await Promise.all([join(), join()]);
  status = await otter.api.v1.statuses.create({ status: `Good morning @${heron.handle} #fog`, language: "en" });
});

describe("masto.js", () => {
  it("creates barks, replies and quotes, and reads them", async () => {
    const reply = await heron.api.v1.statuses.create({ status: "And to you", inReplyToId: status.id });
    const quote = await heron.api.v1.statuses.create({
      status: "Look",
      quotedStatusId: status.id,
      visibility: "unlisted",
    });
    expect(reply).toMatchObject({ inReplyToId: status.id, inReplyToAccountId: otter.id });
    expect(quote.quote).toMatchObject({ state: "accepted", quotedStatus: { id: status.id } });
    const context = await otter.api.v1.statuses.$select(reply.id).context.fetch();
    expect(context.ancestors.map(({ id }) => id)).toEqual([status.id]);
    expect((await otter.api.v1.statuses.fetch({ id: [status.id, reply.id] })).length).toBe(2);
    expect((await otter.api.v1.statuses.$select(quote.id).fetch()).visibility).toBe("unlisted");
  });

  it("does all actions on a bark, and undoes them", async () => {
    const mine = heron.api.v1.statuses.$select(status.id);
    expect(await mine.favourite()).toMatchObject({ favourited: true, favouritesCount: 1 });
    expect((await otter.api.v1.statuses.$select(status.id).favouritedBy.list()).map(({ id }) => id)).toEqual([
      heron.id,
    ]);
    expect((await heron.api.v1.favourites.list()).map(({ id }) => id)).toEqual([status.id]);
    expect(await mine.unfavourite()).toMatchObject({ favourited: false });
    expect((await mine.reblog()).reblog).toMatchObject({ id: status.id, reblogged: true });
    expect((await mine.rebloggedBy.list()).map(({ id }) => id)).toEqual([heron.id]);
    expect(await mine.unreblog()).toMatchObject({ id: status.id, reblogged: false });
    expect(await mine.bookmark()).toMatchObject({ bookmarked: true });
    expect((await heron.api.v1.bookmarks.list()).map(({ id }) => id)).toEqual([status.id]);
    expect(await mine.unbookmark()).toMatchObject({ bookmarked: false });
    expect(await mine.mute()).toMatchObject({ muted: true });
    expect(await mine.unmute()).toMatchObject({ muted: false });
    const own = otter.api.v1.statuses.$select(status.id);
    expect(await own.pin()).toMatchObject({ pinned: true });
    const pinned = await heron.api.v1.accounts.$select(otter.id).statuses.list({ pinned: true });
    expect(pinned.map(({ id }) => id)).toEqual([status.id]);
    expect(await own.unpin()).toMatchObject({ pinned: false });
  });

  it("edits a bark, reads its source and history, and deletes it", async () => {
    const { id } = await otter.api.v1.statuses.create({ status: "Frist" });
    const edited = await otter.api.v1.statuses.$select(id).update({ status: "First" });
    expect(edited.editedAt).toMatch(/Z$/);
    expect(await otter.api.v1.statuses.$select(id).source.fetch()).toMatchObject({ id, text: "First" });
    const history = await otter.api.v1.statuses.$select(id).history.list();
    expect(history.map(({ content }) => content)).toEqual(["<p>Frist</p>", "<p>First</p>"]);
    expect(await otter.api.v1.statuses.$select(id).remove()).toMatchObject({ id });
    await expect(otter.api.v1.statuses.$select(id).fetch()).rejects.toMatchObject({ statusCode: 404 });
  });

  it("asks, votes and reads the result", async () => {
    const options = ["Fog", "Rain", "Neither"];
    const { poll } = await otter.api.v1.statuses.create({ status: "Which?", poll: { options, expiresIn: 600 } });
    expect(poll).toMatchObject({ multiple: false, expired: false, votesCount: 0, voted: true });
    const asked = heron.api.v1.polls.$select(poll?.id ?? "");
    expect(await asked.fetch()).toMatchObject({ voted: false, ownVotes: [] });
    expect(await asked.votes.create({ choices: [1] })).toMatchObject({ voted: true, ownVotes: [1], votesCount: 1 });
    const { options: counted } = await otter.api.v1.polls.$select(poll?.id ?? "").fetch();
    expect(counted.map(({ title, votesCount }) => [title, votesCount])).toEqual([
      ["Fog", 0],
      ["Rain", 1],
      ["Neither", 0],
    ]);
    await expect(asked.votes.create({ choices: [0] })).rejects.toMatchObject({ statusCode: 422 });
    const several = { options, expiresIn: 600, multiple: true, hideTotals: true };
    const wide = await otter.api.v1.statuses.create({ status: "Which?", poll: several });
    const voted = await heron.api.v1.polls.$select(wide.poll?.id ?? "").votes.create({ choices: [0, 2] });
    expect(voted).toMatchObject({ multiple: true, ownVotes: [0, 2], options: [{ votesCount: null }, {}, {}] });
  });

  it("decides who may quote, and reads the quotes", async () => {
    const { v1 } = otter.api;
    const closed = await v1.statuses.create({ status: "Not to be quoted", quoteApprovalPolicy: "nobody" });
    expect(closed.quoteApproval).toMatchObject({ automatic: [], manual: [] });
    await expect(heron.api.v1.statuses.create({ status: "Look", quotedStatusId: closed.id })).rejects.toMatchObject({
      statusCode: 422,
    });
    const open = await v1.statuses.create({ status: "To be quoted", quoteApprovalPolicy: "public" });
    const quote = await heron.api.v1.statuses.create({ status: "Look", quotedStatusId: open.id });
    expect((await v1.statuses.$select(open.id).quotes.list()).map(({ id }) => id)).toEqual([quote.id]);
  });

  it("schedules a bark, moves it, and cancels it", async () => {
    const { statuses, scheduledStatuses } = otter.api.v1;
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const poll = { options: ["Fog", "Rain"], expiresIn: 600 };
    const later = await statuses.create({ status: "Later", poll, scheduledAt: at(1) });
    expect(later.params).toMatchObject({ text: "Later", poll: { options: ["Fog", "Rain"] } });
    expect((await scheduledStatuses.list()).map(({ id }) => id)).toEqual([later.id]);
    const one = scheduledStatuses.$select(later.id);
    const scheduledAt = at(2);
    expect(await one.update({ scheduledAt })).toMatchObject({ id: later.id, scheduledAt });
    expect(await one.fetch()).toMatchObject({ scheduledAt });
    await one.remove();
    await expect(one.fetch()).rejects.toMatchObject({ statusCode: 404 });
  });

  it("uploads pictures with descriptions", async () => {
    const file = new Blob([new Uint8Array(await photo(80, 60, "png"))], { type: "image/png" });
    const media = await otter.api.v2.media.create({ file, description: "Fog" });
    expect(media).toMatchObject({ type: "image", description: "Fog" });
    await otter.api.v1.media.$select(media.id).update({ description: "Fog over the weir" });
    const { mediaAttachments } = await otter.api.v1.statuses.create({ mediaIds: [media.id] });
    expect(mediaAttachments).toMatchObject([{ id: media.id, description: "Fog over the weir" }]);
  });

  it("reads timelines, page by page", async () => {
    await otter.api.v1.accounts.$select(heron.id).follow();
    for (let at = 0; at < 5; at++) await otter.api.v1.statuses.create({ status: `Number ${at}` });
    const seen: string[] = [];
    for await (const page of otter.api.v1.timelines.home.list({ limit: 3 })) seen.push(...page.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(6);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted().toReversed());
    expect((await otter.api.v1.timelines.public.list({ local: true, limit: 5 })).length).toBe(5);
    expect((await otter.api.v1.timelines.tag.$select("fog").list({ limit: 1 })).length).toBe(1);
  });

  it("follows, blocks, mutes and looks people up", async () => {
    const { v1 } = otter.api;
    const other = v1.accounts.$select(heron.id);
    expect(await other.follow({ reblogs: false, notify: true })).toMatchObject({
      notifying: true,
      showingReblogs: false,
    });
    expect((await other.followers.list()).map(({ id }) => id)).toContain(otter.id);
    expect((await v1.accounts.$select(otter.id).following.list()).map(({ id }) => id)).toContain(heron.id);
    expect(await other.note.create({ comment: "Met at the weir" })).toMatchObject({ note: "Met at the weir" });
    expect(await other.mute({ duration: 60, notifications: false })).toMatchObject({ muting: true });
    expect((await v1.mutes.list())[0]).toMatchObject({ id: heron.id, muteExpiresAt: expect.any(String) });
    expect(await other.unmute()).toMatchObject({ muting: false });
    expect(await other.block()).toMatchObject({ blocking: true, following: false });
    expect((await v1.blocks.list()).map(({ id }) => id)).toEqual([heron.id]);
    expect(await other.unblock()).toMatchObject({ blocking: false });
    expect(await other.unfollow()).toMatchObject({ following: false });
    expect(await v1.accounts.lookup({ acct: heron.handle })).toMatchObject({ id: heron.id });
    expect((await v1.accounts.search.list({ q: heron.handle })).map(({ id }) => id)).toContain(heron.id);
    expect(await v1.accounts.relationships.fetch({ id: [heron.id] })).toMatchObject([{ id: heron.id }]);
    expect(await v1.accounts.$select(heron.id).removeFromFollowers()).toMatchObject({ followedBy: false });
  });

  it("requests to follow, and accepts and rejects requests", async () => {
    const [owner, asker] = await Promise.all([join(), join()]);
    await owner.api.v1.accounts.updateCredentials({ locked: true, displayName: "Quiet Owl", note: "Hoo" });
    expect(await asker.api.v1.accounts.$select(owner.id).follow()).toMatchObject({ requested: true });
    expect((await owner.api.v1.followRequests.list()).map(({ id }) => id)).toEqual([asker.id]);
    expect((await owner.api.v1.accounts.verifyCredentials()).source.followRequestsCount).toBe(1);
    expect(await owner.api.v1.followRequests.$select(asker.id).authorize()).toMatchObject({ followedBy: true });
    await asker.api.v1.accounts.$select(owner.id).unfollow();
    await asker.api.v1.accounts.$select(owner.id).follow();
    expect(await owner.api.v1.followRequests.$select(asker.id).reject()).toMatchObject({ followedBy: false });
  });

  it("mutes words, in both versions of filters", async () => {
    const { v1, v2 } = otter.api;
    const filter = await v2.filters.create({
      title: "Weather",
      context: ["home", "public"],
      filterAction: "warn",
      keywordsAttributes: [{ keyword: "drizzle", wholeWord: true }],
    });
    expect(filter.keywords).toMatchObject([{ keyword: "drizzle" }]);
    const wet = await heron.api.v1.statuses.create({ status: "Drizzle again" });
    const shown = (await otter.api.v1.timelines.public.list()).find(({ id }) => id === wet.id);
    expect(shown?.filtered).toMatchObject([{ filter: { id: filter.id }, keywordMatches: ["drizzle"] }]);
    expect((await v1.filters.list()).map(({ phrase }) => phrase)).toEqual(["drizzle"]);
    await v2.filters.$select(filter.id).remove();
    expect(await v2.filters.list()).toEqual([]);
  });

  it("subscribes a device to push messages", async () => {
    const { subscription } = otter.api.v1.push;
    const p256dh = createECDH("prime256v1").generateKeys().toString("base64url");
    const keys = { p256dh, auth: randomBytes(16).toString("base64url") };
    const endpoint = `https://push.example.org/${otter.id}`;
    const wish = { data: { alerts: { mention: true, favourite: false } }, policy: "followed" as const };
    const made = await subscription.create({ subscription: { endpoint, keys }, ...wish });
    expect(made).toMatchObject({ endpoint, policy: "followed", alerts: { mention: true, favourite: false } });
    expect(made.serverKey).toBe((await otter.api.v2.instance.fetch()).configuration.vapid.publicKey);
    expect(await subscription.fetch()).toEqual(made);
    expect(await subscription.update({ data: { alerts: { follow: true } } })).toMatchObject({
      alerts: { follow: true, mention: true },
    });
    await subscription.remove();
    await expect(subscription.fetch()).rejects.toMatchObject({ statusCode: 404 });
  });

  it("reads notifications, single and grouped, and stores its position", async () => {
    const { v1, v2 } = heron.api;
    await v1.statuses.create({ status: "Mine" });
    expect((await v1.notifications.list()).map(({ type }) => type)).toContain("mention");
    const grouped = await v2.notifications.list();
    expect(grouped.notificationGroups.length).toBeGreaterThan(0);
    expect((await v1.notifications.unreadCount.fetch()).count).toBeGreaterThan(0);
    const newest = (await v1.notifications.list())[0];
    await v1.markers.create({ notifications: { lastReadId: newest?.id ?? "0" } });
    expect((await v1.markers.fetch({ timeline: ["notifications"] })).notifications?.lastReadId).toBe(newest?.id);
    await v1.notifications.clear();
    expect(await v1.notifications.list()).toEqual([]);
    expect(await v2.notifications.policy.fetch()).toHaveProperty("forNotFollowing");
  });

  it("reports to the operator", async () => {
    const report = await otter.api.v1.reports.create({ accountId: heron.id, comment: "Too early", category: "other" });
    expect(report).toMatchObject({ actionTaken: false, targetAccount: { id: heron.id } });
  });

  it("reads the properties of the instance", async () => {
    const { v1, v2 } = otter.api;
    expect((await v2.instance.fetch()).configuration.statuses.maxCharacters).toBe(240);
    expect((await v1.instance.fetch()).title).toBe("Barker");
    expect(await v1.preferences.fetch()).toHaveProperty("posting:default:visibility");
    expect(await v1.customEmojis.list()).toEqual([]);
    expect(await v1.apps.verifyCredentials()).toMatchObject({ name: "Tests" });
    expect(await v1.domainBlocks.list()).toEqual([]);
    expect(await v1.endorsements.list()).toEqual([]);
  });
});
