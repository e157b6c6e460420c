import { beforeAll, expect, it } from "vitest";
import { sharedLoader, subscribeInvalidations } from "@/lib/redis/cache-invalidation";
import { setTestEnvironment } from "@/testing/environment";

// Redis over REST only, where nobody can subscribe.
beforeAll(() => setTestEnvironment({ REDIS_URL: "" }));

/** Reads one key three times. @returns the number of loads */
async function loads(strict: boolean): Promise<number> {
  let count = 0;
  const load = async (keys: string[]) => (count++, new Map(keys.map((key) => [key, count])));
  const made = sharedLoader<number>(`strict ${strict}`, { strict, ttl: 60_000, size: 10, load });
  for (let turn = 0; turn < 3; turn++) await made.get("a");
  await made.forgetEverywhere(["a"]);
  expect(await made.get("a")).toBe(count);
  return count - 1;
}

it("without a subscription, strict values are loaded on every read and the others are cached for their TTL", async () => {
  const unsubscribe = subscribeInvalidations();
  expect(await loads(true)).toBe(3);
  expect(await loads(false)).toBe(1);
  unsubscribe();
});
