import { describe, expect, it } from "vitest";
import { endSession, endSessions } from "@/lib/auth/writes";
import { newId } from "@/lib/ids";
import { advanceMarkers } from "@/lib/markers/writes";
import { like } from "@/lib/reactions/writes";
import { suspend } from "@/testing/staff";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { count } from "@/testing/graph";
import { makePerson } from "@/testing/people";
import { NEVER } from "@/testing/push-service";
import { until } from "@/testing/until";
import { skipPushDelays, pushFixture, waitUntilDelivered, waitForPending } from "@/sidecar/testing/push-fixture";
import { bark, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

sidecarFixture();
const { withBrowser, addBrowser } = pushFixture();

const devices = (id: string) => count("(:Person {id: $id})-->()-[:PUSHES]->(:PushSubscription)", { id });
const isThere = (id: string) => count("(:PushSubscription {id: $id})", { id });

describe("a push service", () => {
  it.each([404, 410])("that answers %i causes the removal of the device", async (status) => {
    const { person, browser, id } = await withBrowser();
    const { browser: other } = await addBrowser(person.id);
    browser.answer(status);
    const fern = await makePerson();
    await like(fern.id, await bark(person.id, "Gone"));
    await other.receives(1);
    await waitUntilDelivered(fern.id, person.id);
    expect(await devices(person.id)).toBe(1);
    expect(await isThere(id)).toBe(0);
    expect(browser.asked()).toBe(1);
  });

  it.each([429, 500, 503])("that answers %i gets a retry later, and other devices no duplicate", async (status) => {
    const { person, browser, id } = await withBrowser();
    const { browser: other } = await addBrowser(person.id);
    browser.answer(status, { "retry-after": "120" });
    const fern = await makePerson();
    const before = Date.now();
    await like(fern.id, await bark(person.id, "Again"));
    await until(() => browser.asked() === 1);
    const failing = await until(() => tcpRedis().hget(keys.pushTold(person.id), id));
    expect(Number(failing.split(" ")[1])).toBeGreaterThanOrEqual(before + 120_000);
    browser.answer(201);
    await skipPushDelays(person.id);
    await browser.receives(1);
    await waitUntilDelivered(fern.id, person.id);
    expect([browser.asked(), other.asked()]).toEqual([2, 1]);
    expect(await tcpRedis().hget(keys.pushTold(person.id), id)).toBeNull();
  });

  it("that failed gets a retry that closes alerts read meanwhile", async () => {
    const { person, browser } = await withBrowser();
    const fern = await makePerson();
    await like(fern.id, await bark(person.id, "Close me"));
    const [shown] = await browser.receives(1);
    await waitUntilDelivered(fern.id, person.id);
    browser.answer(503);
    await advanceMarkers(person.id, { notifications: newId() });
    await until(() => browser.asked() === 2);
    browser.answer(201);
    await until(async () => (await tcpRedis().hlen(keys.pushTold(person.id))) === 2);
    await skipPushDelays(person.id);
    const [, closing] = await browser.receives(2);
    expect(closing?.payload).toEqual({ unread: 0, close: [shown?.payload["tag"]] });
    await waitUntilDelivered(fern.id, person.id);
    expect(await tcpRedis().exists(keys.pushTold(person.id))).toBe(0);
  });

  it("that refuses a message does not get it again", async () => {
    const { person, browser } = await withBrowser();
    browser.answer(413);
    const fern = await makePerson();
    await like(fern.id, await bark(person.id, "Too much"));
    await until(() => browser.asked() === 1);
    await waitUntilDelivered(fern.id, person.id);
    expect(await devices(person.id)).toBe(1);
  });

  it("that never answers delays neither other people's pushes nor deliveries", async () => {
    const [slow, quick] = [await withBrowser(), await withBrowser()];
    slow.browser.answer(NEVER);
    const fern = await makePerson();
    const [one, other] = [await bark(slow.person.id, "Slow"), await bark(quick.person.id, "Quick")];
    await like(fern.id, one);
    await until(() => slow.browser.asked() === 1);
    const before = performance.now();
    await like(fern.id, other);
    await quick.browser.receives(1);
    expect(performance.now() - before).toBeLessThan(7_000);
    await until(async () => (await count("(:Outbox:Pending {actorId: $id})", { id: fern.id })) === 0);
    await waitForPending(slow.person.id, 1);
    slow.browser.answer(201);
    await until(() => tcpRedis().hget(keys.pushTold(slow.person.id), slow.id));
    await skipPushDelays(slow.person.id);
    await slow.browser.receives(1);
  });
});

describe("a push subscription", () => {
  it("is removed with its session, with all sessions, and with the account", async () => {
    const { person, browser, credential, id } = await withBrowser();
    const { id: second } = await addBrowser(person.id);
    await endSession(person.id, credential);
    expect(await isThere(id)).toBe(0);
    await endSessions(person.id);
    expect(await isThere(second)).toBe(0);
    const { id: third } = await addBrowser(person.id);
    await suspend(person.handle);
    expect(await isThere(third)).toBe(0);
    expect(browser.asked()).toBe(0);
  });

  it("gets no alerts from before its creation", async () => {
    const { person, browser } = await withBrowser();
    const fern = await makePerson();
    const id = await bark(person.id, "Before");
    await tcpRedis().zadd(keys.online(person.id), Date.now() + 60_000, "a gateway");
    await like(fern.id, id);
    await waitForPending(person.id, 1);
    const { browser: late } = await addBrowser(person.id);
    await tcpRedis().del(keys.online(person.id));
    await skipPushDelays(person.id);
    await browser.receives(1);
    await waitUntilDelivered(fern.id, person.id);
    expect(late.asked()).toBe(0);
  });
});

it("sends alerts to a device after Redis lost the state of pushes", async () => {
  const { person, browser } = await withBrowser();
  const [fern, otter] = [await makePerson(), await makePerson()];
  const id = await bark(person.id, "Forgetful");
  await like(fern.id, id);
  await browser.receives(1);
  await waitUntilDelivered(fern.id, person.id);
  await tcpRedis().del(keys.pushTold(person.id), keys.pushSeen(person.id), keys.pushWaiting(person.id));
  await like(otter.id, id);
  const [, second] = await browser.receives(2);
  expect(second?.payload["title"]).toBe(`${otter.handle} and ${fern.handle} liked your bark`);
});
