import { afterAll, beforeAll } from "vitest";
import { startSession } from "@/lib/auth/writes";
import type { PushPolicy, PushType } from "@/lib/push/schema";
import { subscribe } from "@/lib/push/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { count } from "@/testing/graph";
import { makePerson } from "@/testing/people";
import { startPushService, type TestBrowser, type TestPushService } from "@/testing/push-service";
import { until } from "@/testing/until";

const ALL: PushType[] = [
  "message",
  ...(["mention", "quote", "favourite", "reblog", "emoji_reaction"] as const),
  ...(["follow", "follow_request", "update", "status"] as const),
];

interface Wish {
  types?: PushType[];
  policy?: PushPolicy;
}

/** Starts a push service for all tests of a file, and creates people whose browsers are subscribed to it. */
export function pushFixture() {
  let service: TestPushService;
  beforeAll(async () => {
    service = await startPushService();
  });
  afterAll(() => service.stop());

  async function addBrowser(personId: string, { types = ALL, policy = "all" }: Wish = {}) {
    const { sid: credential } = await startSession(personId, null);
    const browser = service.browser();
    const subscription = { endpoint: browser.endpoint, keys: browser.keys };
    const wish = { subscription, data: { alerts: { on: types, off: [] }, policy } };
    const { id } = await subscribe({ personId, credential, own: true }, wish);
    return { browser, credential, id };
  }
  return {
    service: () => service,
    addBrowser,
    /** Creates a person with a subscribed browser; by default it gets alerts of all types. */
    withBrowser: async (wish?: Wish) => {
      const person = await makePerson();
      return { person, ...(await addBrowser(person.id, wish)) };
    },
  };
}

/** Waits until the actor's jobs are delivered and no push is pending for a person. */
export async function waitUntilDelivered(actorId: string, personId: string): Promise<void> {
  await until(async () => (await count("(:Outbox:Pending {actorId: $actorId})", { actorId })) === 0);
  await until(async () => (await tcpRedis().exists(keys.pushWaiting(personId))) === 0);
}

/** Waits until this number of alerts is pending for a person's devices. */
export function waitForPending(personId: string, alerts: number): Promise<boolean> {
  return until(async () => (await tcpRedis().zcard(keys.pushWaiting(personId))) === alerts);
}

/** Ends the delays of a person's pending pushes, so that the next poll sends them. */
export async function skipPushDelays(personId: string): Promise<void> {
  const told = keys.pushTold(personId);
  for (const [field, value] of Object.entries(await tcpRedis().hgetall(told))) {
    const [first = "", , done] = value.split(" ");
    await tcpRedis().hset(told, field, [first, "1", ...(done ? [done] : [])].join(" "));
  }
  for (const id of await tcpRedis().zrevrange(keys.pushWaiting(personId), 0, -1)) {
    await tcpRedis().zadd(keys.pushWaiting(personId), "XX", "0", id);
  }
  await tcpRedis().zadd(keys.pushes, 0, personId);
}

/** The titles of all messages that a browser received. */
export function titles(browser: TestBrowser): unknown[] {
  return browser.received.map(({ payload }) => payload["title"]);
}
