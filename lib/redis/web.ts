import { Redis } from "@upstash/redis";
import { env } from "@/lib/env";
import { away } from "@/lib/errors";
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

/**
 * Runs one of our scripts.
 * @throws ApiError `away` when Redis does not answer.
 */
export async function webScript(name: ScriptName, keys: string[], args: string[]): Promise<unknown> {
  let script = digests().get(name);
  if (!script) digests().set(name, (script = webRedis().createScript(lua(name))));
  try {
    return await script.exec(keys, args);
  } catch (error) {
    throw away(error);
  }
}
