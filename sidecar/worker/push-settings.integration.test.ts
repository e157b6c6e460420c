import { describe, expect, it } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { createFilter } from "@/lib/filters/writes";
import { toggleAlertTypes } from "@/lib/notifications/writes";
import { mute } from "@/lib/moderation/writes";
import { follow } from "@/lib/people/writes";
import { choosePushSettings } from "@/lib/push/writes";
import { like, react, rebark } from "@/lib/reactions/writes";
import { makePerson } from "@/testing/people";
import { pushFixture, waitUntilDelivered, titles } from "@/sidecar/testing/push-fixture";
import { bark, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

sidecarFixture();
const { withBrowser, addBrowser } = pushFixture();

/** The UTC clock time this many hours from now. */
const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);

describe("push settings", () => {
  it("limit the types of alerts of a device, in addition to the account's preferences", async () => {
    const { person, browser } = await withBrowser({ types: ["favourite", "reblog"] });
    const { browser: other } = await addBrowser(person.id, { types: ["emoji_reaction", "reblog"] });
    await toggleAlertTypes(person.id, { reblog: false });
    const fern = await makePerson();
    const id = await bark(person.id, "All of it");
    await like(fern.id, id);
    await rebark(fern.id, id);
    await react(fern.id, id, "🌿");
    await Promise.all([browser.receives(1), other.receives(1)]);
    await waitUntilDelivered(fern.id, person.id);
    expect(titles(browser)).toEqual([`${fern.handle} liked your bark`]);
    expect(titles(other)).toEqual([`${fern.handle} reacted 🌿 to your bark`]);
  });

  it("limit whose alerts a device gets (policy)", async () => {
    const { person, browser: ofFollowed } = await withBrowser({ policy: "followed" });
    const { browser: ofFollowers } = await addBrowser(person.id, { policy: "follower" });
    const { browser: ofNobody } = await addBrowser(person.id, { policy: "none" });
    const [friend, fan] = [await makePerson(), await makePerson()];
    await follow(person.id, friend.id);
    const id = await bark(person.id, "Who cares?");
    await like(friend.id, id);
    await follow(fan.id, person.id);
    await Promise.all([ofFollowed.receives(1), ofFollowers.receives(1)]);
    await waitUntilDelivered(fan.id, person.id);
    await waitUntilDelivered(friend.id, person.id);
    expect(titles(ofFollowed)).toEqual([`${friend.handle} liked your bark`]);
    expect(titles(ofFollowers)).toEqual([`${fan.handle} follows you`]);
    expect(ofNobody.asked()).toBe(0);
  });

  it("hold back pushes during quiet hours", async () => {
    const { person, browser } = await withBrowser();
    const fern = await makePerson();
    await choosePushSettings(person.id, { quiet_from: clock(-1), quiet_to: clock(1), time_zone: "UTC" });
    await like(fern.id, await bark(person.id, "At night"));
    await waitUntilDelivered(fern.id, person.id);
    expect(browser.asked()).toBe(0);
    await choosePushSettings(person.id, { quiet_from: null });
    await like(fern.id, await bark(person.id, "In the morning"));
    const [message] = await browser.receives(1);
    expect(message?.payload).toMatchObject({ body: "In the morning", unread: 2 });
  });

  it("decide whether a push shows the text of a followers-only bark", async () => {
    const { person, browser } = await withBrowser();
    const fern = await makePerson();
    await follow(person.id, fern.id);
    const say = (text: string) => createBark(fern.id, { text: `@${person.handle} ${text}`, audience: "private" });
    await say("between us");
    const [hidden] = await browser.receives(1);
    expect(hidden?.payload).toMatchObject({
      title: `${fern.handle} mentioned you`,
      body: "Open Barker to read it.",
    });
    expect(JSON.stringify(hidden?.payload)).not.toContain("between us");
    expect(hidden?.headers["urgency"]).toBe("high");
    await choosePushSettings(person.id, { shows_private: true });
    await say("still between us");
    const [, open] = await browser.receives(2);
    expect(open?.payload["body"]).toBe(`@${person.handle} still between us`);
  });

  it("leave out muted people and filtered words", async () => {
    const { person, browser } = await withBrowser();
    const [loud, wordy] = [await makePerson(), await makePerson()];
    const id = await bark(person.id, "Peace");
    await mute(person.id, loud.id, { notifications: true, duration: 0 });
    const filter = { title: "Fish", contexts: ["notifications" as const], action: "hide" as const, expiresAt: null };
    await createFilter(person.id, filter, [{ word: "herring", whole: true }]);
    await like(loud.id, id);
    await createBark(wordy.id, { text: "Herring?", replyTo: id });
    await waitUntilDelivered(loud.id, person.id);
    await waitUntilDelivered(wordy.id, person.id);
    expect(browser.asked()).toBe(0);
  });
});
