import { Redis, type RedisOptions } from "ioredis";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { RedisAdapter } from "@/lib/redis/port";
import { singleton } from "@/lib/singleton";

/**
 * A process's connection to Redis; besides `redis()`, the sidecar uses it for streams, locks and scans. Commands of
 * one turn of the event loop are sent together. A connection without replies for too long is replaced, so its queue
 * never holds more than a few seconds of commands.
 */
export const tcpRedis = singleton("tcp-redis", () =>
  // What was pending when a connection was lost fails: sent again, it could take effect twice.
  connectRedis({ enableAutoPipelining: true, socketTimeout: 5_000, maxRetriesPerRequest: 0 }),
);

/** A separate connection, for a blocking read or a subscription. It reconnects by itself. */
export function connectRedis(options: RedisOptions = {}, url = env().REDIS_URL): Redis {
  if (!url) throw new Error("REDIS_URL is missing: the sidecar reaches Redis by TCP.");
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 1_000),
    ...options,
  });
  redis.on("error", (error) => log().debug({ err: error }, "no connection to Redis"));
  return redis;
}

/** Redis over TCP. */
export function tcpAdapter(redis: Redis): RedisAdapter {
  // Between two attempts to connect, commands fail at once instead of waiting for the next.
  const connected = () => {
    if (["close", "reconnecting", "end"].includes(redis.status)) throw new Error("Connection is closed.");
    return redis;
  };
  return {
    ping: async () => connected().ping(),
    get: async (key) => connected().get(key),
    getdel: async (key) => connected().getdel(key),
    set: async (key, value, seconds) => connected().set(key, value, "EX", seconds),
    publish: async (channel, message) => connected().publish(channel, message),
    highest: async (key, from, to) => connected().zrevrange(key, from, to, "WITHSCORES"),
    evalsha: async (digest, keys, args) => connected().evalsha(digest, keys.length, ...keys, ...args),
    eval: async (text, keys, args) => connected().eval(text, keys.length, ...keys, ...args),
  };
}
