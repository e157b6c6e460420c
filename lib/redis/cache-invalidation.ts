import { z } from "zod";
import { loader, type Loader, type LoaderOptions } from "@/lib/loader";
import { log } from "@/lib/log";
import { channels } from "@/lib/redis/keys";
import { connectRedis } from "@/lib/redis/tcp";
import { viaRedis } from "@/lib/redis/web";
import { singleton } from "@/lib/singleton";

/** A loader whose values other processes may remember too. */
export interface SharedLoader<Value> extends Loader<Value> {
  /** The next read of these asks again, in whatever process: to be awaited before anybody is told of the change. */
  forgetEverywhere: (keys: string[]) => Promise<void>;
}

const Changed = z.tuple([z.string()], z.string());

/** The loaders of this process by name, and the era: one for each time it began to hear of changes, 0 while it does not. */
const memory = singleton("memory", () => ({ loaders: new Map<string, Loader<unknown>>(), heard: 0, era: 0 }));

/**
 * A loader that other processes tell what changed. While this process does not hear them, or what it hears may have
 * holes, values of a `strict` one are not served again.
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

/** Redis hands a message to all who listen before it answers who sent it. */
async function tell(name: string, keys: string[]): Promise<void> {
  try {
    await viaRedis((redis) => redis.publish(channels.changed, JSON.stringify([name, ...keys])));
  } catch (error) {
    log().debug({ err: error }, "a change was not announced");
  }
}

/** Hears of what changes in other processes, from now on. @returns how to stop it */
export function subscribeInvalidations(): () => void {
  const subscriber = connectRedis();
  subscriber.on("error", () => undefined);
  subscriber.on("close", () => (memory().era = 0));
  subscriber.on("ready", () => {
    subscriber.subscribe(channels.changed).then(
      () => (memory().era = ++memory().heard),
      (error: unknown) => log().warn({ err: error }, "changes are not heard"),
    );
  });
  subscriber.on("message", (_, message) => {
    const [name, ...keys] = Changed.parse(JSON.parse(message));
    for (const key of keys) memory().loaders.get(name)?.forget(key);
  });
  return () => subscriber.disconnect();
}
