import { Redis } from "@upstash/redis";
import { env } from "@/lib/env";
import { away } from "@/lib/errors";
import { withTimeout, StoreTimeoutError } from "@/lib/store-timeout";
import { lua, type ScriptName } from "@/lib/redis/lua";
import { singleton } from "@/lib/singleton";

/**
 * Redis for the web process: HTTP, so that a hosted Upstash serves as well as the local bridge.
 * Commands of one tick travel as one pipeline. No automatic JSON (it makes a number of '123'),
 * no automatic retry (it would send writes twice), no base64 (both sides speak UTF-8).
 */
export const webRedis = singleton("web-redis", () => {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env();
  return new Redis({
    url,
    token,
    automaticDeserialization: false,
    responseEncoding: false,
    enableTelemetry: false,
    readYourWrites: false,
    retry: false,
    signal: () => AbortSignal.timeout(1_500),
  });
});

const digests = singleton("web-scripts", () => new Map<ScriptName, ReturnType<Redis["createScript"]>>());

/** The timeout (ms) of one command, and how long Redis is not asked after it timed out. */
const PATIENCE_MS = 900;
const REST_MS = 2_000;

const rest = singleton("web-redis-rest", () => ({ until: 0 }));

/**
 * Sends a command to Redis. While Redis does not answer, only one request in a while waits for it.
 * @throws immediately when another request has just timed out
 */
export async function viaRedis<T>(ask: (redis: Redis) => Promise<T>): Promise<T> {
  if (performance.now() < rest().until) throw new StoreTimeoutError("Redis has just not answered");
  try {
    return await withTimeout(ask(webRedis()), PATIENCE_MS);
  } catch (error) {
    if (error instanceof StoreTimeoutError) rest().until = performance.now() + REST_MS;
    throw error;
  }
}

/**
 * Runs one of our scripts.
 * @throws ApiError `away` when Redis does not answer.
 */
export async function webScript(name: ScriptName, keys: string[], args: string[]): Promise<unknown> {
  try {
    return await viaRedis((redis) => {
      let script = digests().get(name);
      if (!script) digests().set(name, (script = redis.createScript(lua(name))));
      return script.exec(keys, args);
    });
  } catch (error) {
    throw away(error);
  }
}
