import { createReadStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { detector, Mastodon } from "megalodon";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { apiUrl } from "@/testing/api";
import { beginWith } from "@/testing/change-env";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { photo } from "@/testing/pictures";

let otter: TestPerson & { api: Mastodon };
let heron: TestPerson & { api: Mastodon };

type Posted = Awaited<ReturnType<Mastodon["postStatus"]>>;

/** What was posted at once. */
function statusOf({ data }: Posted) {
  if (!("content" in data)) throw new Error("it was scheduled");
  return data;
}

async function somebody(): Promise<TestPerson & { api: Mastodon }> {
  const person = await makePerson();
  const { token } = await makeToken(person.id, ["read", "write", "follow", "push"]);
  return { ...person, api: new Mastodon(await apiUrl(), token) };
}

beforeAll(async () => {
  // The addresses of NodeInfo are made of it.
  beginWith({ BARKER_ORIGIN: await apiUrl() });
  [otter, heron] = await Promise.all([somebody(), somebody()]);
});
afterAll(() => driver().close());

describe("megalodon", () => {
  it("detects that this server speaks Mastodon's API", async () => {
    expect(await detector(await apiUrl())).toBe("mastodon");
  });

  it("registers an app, and reads the instance", async () => {
    const app = await new Mastodon(await apiUrl()).registerApp("Sparrow", {
      redirect_uris: "urn:ietf:wg:oauth:2.0:oob",
    });
    expect(app.url).toContain("/oauth/authorize?");
    const { data } = await otter.api.getInstance();
    expect(data).toMatchObject({ title: "Barker", configuration: { statuses: { max_characters: 240 } } });
  });

  it("posts with a picture", async () => {
    const picture = join(mkdtempSync(join(tmpdir(), "barker-")), "fog.png");
    writeFileSync(picture, await photo(80, 60, "png"));
    const media = await otter.api.uploadMedia(createReadStream(picture), { description: "Fog" });
    expect(media.data).toMatchObject({ type: "image", description: "Fog" });
    const { data } = await otter.api.postStatus("Good morning #fog", { media_ids: [media.data.id], language: "en" });
    expect(data).toMatchObject({ media_attachments: [{ id: media.data.id }], tags: [{ name: "fog" }] });
    const reply = await heron.api.postStatus("And to you", { in_reply_to_id: data.id });
    expect(reply.data).toMatchObject({ in_reply_to_id: data.id });
    expect((await otter.api.getStatusContext(data.id)).data.descendants).toHaveLength(1);
    expect((await heron.api.favouriteStatus(data.id)).data).toMatchObject({ favourited: true, favourites_count: 1 });
    expect((await heron.api.reblogStatus(data.id)).data.reblog).toMatchObject({ id: data.id, reblogged: true });
  });

  it("asks, votes and reads the result", async () => {
    const poll = { options: ["Fog", "Rain"], expires_in: 600 };
    const asked = statusOf(await otter.api.postStatus("Which?", { poll }));
    const id = asked.poll?.id ?? "";
    expect((await heron.api.getPoll(id)).data).toMatchObject({ voted: false, expired: false });
    expect((await heron.api.votePoll(id, [1])).data).toMatchObject({ voted: true, votes_count: 1 });
    expect((await otter.api.getPoll(id)).data.options).toMatchObject([{ votes_count: 0 }, { votes_count: 1 }]);
  });

  it("edits, and reads the source", async () => {
    const { id } = statusOf(await otter.api.postStatus("Frist", {}));
    const { data } = await otter.api.editStatus(id, { status: "First" });
    expect(data).toMatchObject({ id, content: "<p>First</p>", edited_at: expect.any(String) });
    expect((await otter.api.getStatusSource(id)).data).toMatchObject({ id, text: "First", spoiler_text: "" });
  });

  it("quotes", async () => {
    const { id } = statusOf(await otter.api.postStatus("To be quoted", {}));
    const { data } = await heron.api.postStatus("Look", { quote_id: id });
    expect(data).toMatchObject({ quote: { state: "accepted", quoted_status: { id } } });
    expect((await heron.api.getStatus(id)).data.quote_approval).toMatchObject({ automatic: ["public"] });
  });

  it("schedules a bark, moves it, and cancels it", async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const { data } = await otter.api.postStatus("Later", { scheduled_at: at(1) });
    const [listed] = (await otter.api.getScheduledStatuses()).data;
    expect(data).toMatchObject({ id: listed?.id, params: { text: "Later" } });
    const [id, scheduled_at] = [listed?.id ?? "", at(2)];
    expect((await otter.api.scheduleStatus(id, scheduled_at)).data).toMatchObject({ id, scheduled_at });
    expect((await otter.api.getScheduledStatus(id)).data).toMatchObject({ scheduled_at });
    await otter.api.cancelScheduledStatus(id);
    expect((await otter.api.getScheduledStatuses()).data).toEqual([]);
  });

  it("reads timelines", async () => {
    await otter.api.followAccount(heron.id);
    await heron.api.postStatus("Rain #fog", {});
    for (const list of [
      await otter.api.getHomeTimeline({ limit: 5 }),
      await otter.api.getLocalTimeline({ limit: 5 }),
      await otter.api.getPublicTimeline({ limit: 5 }),
      await otter.api.getTagTimeline("fog", { limit: 5 }),
    ])
      expect(list.data.length).toBeGreaterThan(0);
  });

  it("makes a list, and follows a topic", async () => {
    const { data: list } = await otter.api.createList("Weir");
    await otter.api.addAccountsToList(list.id, [heron.id]);
    expect((await otter.api.getAccountsInList(list.id)).data.map(({ id }) => id)).toEqual([heron.id]);
    expect((await otter.api.getListTimeline(list.id)).data.length).toBeGreaterThan(0);
    expect((await otter.api.followTag("fog")).data).toMatchObject({ name: "fog", following: true });
    expect((await otter.api.getFollowedTags()).data).toHaveLength(1);
  });

  it("reads notifications and relationships, and searches", async () => {
    expect((await otter.api.getNotifications({ limit: 5 })).status).toBe(200);
    expect((await otter.api.search(heron.handle, { type: "accounts" })).data.accounts).toMatchObject([
      { id: heron.id },
    ]);
    expect((await otter.api.getRelationship(heron.id)).data).toMatchObject({ following: true });
    expect((await otter.api.verifyAccountCredentials()).data).toMatchObject({ id: otter.id });
  });
});
