import { describe, expect, it } from "vitest";
import { digest } from "@/lib/auth/secrets";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { env } from "@/lib/env";
import { advanceMarkers } from "@/lib/markers/writes";
import { subscribe } from "@/lib/push/writes";
import { like, react, unlike } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { jobsOf } from "@/testing/alerts";
import { makePerson, makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import {
  skipPushDelays,
  pushFixture,
  waitUntilDelivered,
  titles,
  waitForPending,
} from "@/sidecar/testing/push-fixture";
import { bark, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";
import { deliver } from "@/sidecar/worker/deliver";

const { connect } = sidecarFixture();
const { service, withBrowser, addBrowser } = pushFixture();

describe("a push", () => {
  it("is encrypted for the browser, signed by Barker, and contains everything that is shown", async () => {
    const { person, browser } = await withBrowser();
    const fern = await makePerson();
    const id = await bark(person.id, "Mint in every pot");
    await like(fern.id, id);
    const [message] = await browser.receives(1);
    expect(message?.claims.aud).toBe(service().origin);
    expect(message?.claims.exp).toBeGreaterThan(Date.now() / 1000);
    expect(message?.claims.exp).toBeLessThanOrEqual(Date.now() / 1000 + 24 * 3600);
    expect(message?.claims.sub).toMatch(/^(mailto|https):/);
    expect(message?.publicKey).toBe(env().BARKER_VAPID_PUBLIC_KEY);
    expect(message?.size).toBeLessThanOrEqual(4096);
    expect(message?.headers).toMatchObject({
      "content-encoding": "aes128gcm",
      ttl: "86400",
      urgency: "normal",
      topic: expect.stringMatching(/^[\w-]{32}$/),
    });
    expect(message?.payload).toMatchObject({
      title: `${fern.handle} liked your bark`,
      body: "Mint in every pot",
      icon: expect.stringMatching(/^https?:.*\/portraits\//),
      address: `/@${person.handle}/${id}`,
      tag: expect.stringMatching(`^favourite-${id}-`),
      notification_type: "favourite",
      notification_id: expect.stringMatching(/^\d{19}$/),
      preferred_locale: "en",
      unread: 1,
      close: [],
    });
  });

  it.each([
    [true, "aes128gcm"],
    [false, "aesgcm"],
  ])("for an app (standard: %s) equals a message of Mastodon, encoded as %s", async (standard, encoding) => {
    const [person, fern] = [await makePerson(), await makePerson()];
    const { token } = await makeToken(person.id, ["push"]);
    const browser = service().browser();
    const subscription = { endpoint: browser.endpoint, keys: browser.keys, standard };
    const wish = { subscription, data: { alerts: { on: ["favourite" as const], off: [] } } };
    await subscribe({ personId: person.id, credential: digest(token), own: false }, wish);
    await like(fern.id, await bark(person.id, "For apps"));
    const [message] = await browser.receives(1);
    expect(message?.headers["content-encoding"]).toBe(encoding);
    expect(message?.publicKey).toBe(env().BARKER_VAPID_PUBLIC_KEY);
    expect(message?.text).toMatch(/"notification_id":\d{19},/);
    expect(message?.payload).toMatchObject({
      access_token: "",
      preferred_locale: "en",
      notification_type: "favourite",
      title: `${fern.handle} liked your bark`,
      body: "For apps",
      icon: expect.stringContaining("http"),
    });
    // An app receives each alert as a message of its own, never as a row to close.
    await advanceMarkers(person.id, { notifications: "9".repeat(18) + "8" });
    await waitUntilDelivered(fern.id, person.id);
    expect(browser.asked()).toBe(1);
  });

  it("reaches each device once, however often and by however many workers a job is delivered", async () => {
    const { person, browser } = await withBrowser();
    const { browser: phone } = await addBrowser(person.id);
    const fern = await makePerson();
    await like(fern.id, await bark(person.id, "Once"));
    const jobs = await jobsOf(fern);
    await Promise.all([...jobs, ...jobs, ...jobs].map(deliver));
    await Promise.all([browser.receives(1), phone.receives(1)]);
    await Promise.all(jobs.map(deliver));
    await skipPushDelays(person.id);
    await waitUntilDelivered(fern.id, person.id);
    expect([browser.asked(), phone.asked()]).toEqual([1, 1]);
  });

  it("is not sent to a connected person, unless they disconnect without having read the alert", async () => {
    const { person, browser } = await withBrowser();
    const { token } = await makeToken(person.id);
    const device = await connect(person.id, token);
    const fern = await makePerson();
    await like(fern.id, await bark(person.id, "I am here"));
    await until(() => device.heard.some(({ event }) => event === "notification"));
    await waitForPending(person.id, 1);
    await skipPushDelays(person.id);
    await waitUntilDelivered(fern.id, person.id);
    expect(browser.asked()).toBe(0);

    const otter = await makePerson();
    await like(otter.id, await bark(person.id, "I was here"));
    await waitForPending(person.id, 1);
    device.stop();
    await until(async () => (await tcpRedis().exists(keys.online(person.id))) === 0);
    await skipPushDelays(person.id);
    await browser.receives(1);
    expect(titles(browser)).toEqual([`${otter.handle} liked your bark`]);
  });

  it("for a burst of alerts is sent once, and again a minute later with everybody in it", async () => {
    const { person, browser } = await withBrowser();
    const people = [await makePerson(), await makePerson(), await makePerson()] as const;
    const id = await bark(person.id, "Popular");
    await like(people[0].id, id);
    await browser.receives(1);
    await like(people[1].id, id);
    await like(people[2].id, id);
    await waitForPending(person.id, 2);
    expect(browser.asked()).toBe(1);
    await skipPushDelays(person.id);
    const [first, second] = await browser.receives(2);
    expect(second?.payload).toMatchObject({
      title: `${people[2].handle} and 2 others liked your bark`,
      tag: first?.payload["tag"],
      unread: 1,
    });
    expect(second?.headers["topic"]).toBe(first?.headers["topic"]);
    await waitUntilDelivered(people[2].id, person.id);
  });

  it("is not sent for an act that was undone, deleted or read before", async () => {
    const { person, browser } = await withBrowser();
    const fern = await makePerson();
    const [one, other] = [await bark(person.id, "One"), await bark(person.id, "Other")];
    await tcpRedis().zadd(keys.online(person.id), Date.now() + 60_000, "a gateway");
    await like(fern.id, one);
    await waitForPending(person.id, 1);
    await unlike(fern.id, one);
    await react(fern.id, other, "🎉");
    await waitForPending(person.id, 2);
    await deleteBark(person.id, other);
    await tcpRedis().del(keys.online(person.id));
    await skipPushDelays(person.id);
    await waitUntilDelivered(fern.id, person.id);
    expect(browser.asked()).toBe(0);
  });
});

describe("an alert that was read on another device", () => {
  it("is closed on disconnected devices, whose badge is updated, by one push", async () => {
    const { person, browser } = await withBrowser();
    const fern = await makePerson();
    const id = await bark(person.id, "Read me");
    await like(fern.id, id);
    const answer = await createBark(fern.id, { text: "Reply", replyTo: id });
    if (!answer.ok) throw new Error(answer.reason);
    const [one, other] = await browser.receives(2);
    expect([one?.payload["unread"], other?.payload["unread"]]).toContain(2);
    await advanceMarkers(person.id, { notifications: answer.status.id });
    const [, , close] = await browser.receives(3);
    expect(close?.payload).toEqual({
      unread: 0,
      close: expect.arrayContaining([one?.payload["tag"], other?.payload["tag"]]),
    });
    await advanceMarkers(person.id, { notifications: (BigInt(answer.status.id) + 1n).toString() });
    await waitUntilDelivered(fern.id, person.id);
    expect(browser.asked()).toBe(3);
  });

  it("is closed by the next push if there is one", async () => {
    const { person, browser } = await withBrowser();
    const [fern, otter] = [await makePerson(), await makePerson()];
    const id = await bark(person.id, "Read me, too");
    await like(fern.id, id);
    const [first] = await browser.receives(1);
    await unlike(fern.id, id);
    await like(otter.id, await bark(person.id, "Then this"));
    const [, second] = await browser.receives(2);
    expect(second?.payload).toMatchObject({ unread: 1, close: [first?.payload["tag"]] });
  });
});
