import { Redis } from "ioredis";
import { env } from "@/lib/env";
import { lua, type ScriptName } from "@/lib/redis/lua";
import { singleton } from "@/lib/singleton";

/** Redis for the sidecar: TCP, since it blocks on streams and subscribes to channels. */
export const tcpRedis = singleton("tcp-redis", () => connectRedis());

/** A connection of its own, for a blocking read or a subscription. It reconnects by itself. */
export function connectRedis(): Redis {
  return new Redis(env().REDIS_URL, {
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 1_000),
  });
}

const defined = singleton("tcp-scripts", () => new Map<ScriptName, string>());

/** Runs one of our scripts, by its digest once Redis knows it. */
export async function tcpScript(name: ScriptName, keys: string[], args: string[]): Promise<unknown> {
  const redis = tcpRedis();
  let sha = defined().get(name);
  if (!sha) {
    sha = String(await redis.script("LOAD", lua(name)));
    defined().set(name, sha);
  }
  try {
    return await redis.evalsha(sha, keys.length, ...keys, ...args);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
    return redis.eval(lua(name), keys.length, ...keys, ...args);
  }
}
