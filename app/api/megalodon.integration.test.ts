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
