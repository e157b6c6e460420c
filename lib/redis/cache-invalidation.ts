import { z } from "zod";
import { env } from "@/lib/env";
import { loader, type Loader, type LoaderOptions } from "@/lib/loader";
import { log } from "@/lib/log";
import { channels } from "@/lib/redis/keys";
import { redis } from "@/lib/redis";
import { connectRedis } from "@/lib/redis/tcp";
import { singleton } from "@/lib/singleton";

/** A loader whose values other processes may have cached too. */
export interface SharedLoader<Value> extends Loader<Value> {
  /** Invalidates these keys in all processes. Await it before announcing the change. */
  forgetEverywhere: (keys: string[]) => Promise<void>;
}

const Changed = z.tuple([z.string()], z.string());

/** The loaders of this process by name, and the era: increased with each new subscription, 0 while there is none. */
const memory = singleton("memory", () => ({ loaders: new Map<string, Loader<unknown>>(), heard: 0, era: 0 }));

/**
 * A loader that is invalidated by other processes. While this process is not subscribed, or may have missed
 * invalidations, values of a `strict` one are not served from the cache, or only while they are younger than `unheard`.
 */
export function sharedLoader<Value>(
  name: string,
  { strict = false, ...options }: LoaderOptions<Value> & { strict?: boolean },
): SharedLoader<Value> {
  const made = loader({ ...options, ...(strict && { era: () => memory().era }) });
  memory().loaders.set(name, made);
  return {
    ...made,
    async forgetEverywhere(keys) {
      keys.forEach(made.forget);
      if (keys.length > 0) await tell(name, keys);
    },
  };
}

/** Redis delivers a message to all subscribers before it answers the publisher. */
async function tell(name: string, keys: string[]): Promise<void> {
  try {
    await redis().publish(channels.changed, JSON.stringify([name, ...keys]));
  } catch (error) {
    log().debug({ err: error }, "a change was not announced");
  }
}

/**
 * Subscribes to cache invalidations of other processes. REST alone offers no subscription: then values of `strict`
 * loaders are never served from the cache, and those of other loaders only for their TTL.
 * @returns a function that ends the subscription
 */
export function subscribeInvalidations(): () => void {
  if (!env().REDIS_URL) return () => undefined;
  const subscriber = connectRedis();
  subscriber.on("close", () => (memory().era = 0));
  subscriber.on("ready", () => {
    subscriber.subscribe(channels.changed).then(
      () => (memory().era = ++memory().heard),
      (error: unknown) => log().warn({ err: error }, "cache invalidations are not received"),
    );
  });
  subscriber.on("message", (_, message) => {
    const [name, ...keys] = Changed.parse(JSON.parse(message));
    for (const key of keys) memory().loaders.get(name)?.forget(key);
  });
  return () => subscriber.disconnect();
}
