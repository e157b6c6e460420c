import { Redis } from "@upstash/redis";
import type { RedisAdapter } from "@/lib/redis/port";

/**
 * Redis over Upstash's REST protocol. Commands of one tick are sent as one pipeline. No automatic JSON (it turns '123'
 * into a number), no automatic retry (it would repeat writes), no base64 (both sides use UTF-8).
 */
export function upstashAdapter(url: string, token: string): RedisAdapter {
  const redis = new Redis({
    url,
    token,
    automaticDeserialization: false,
    responseEncoding: false,
    enableTelemetry: false,
    readYourWrites: false,
    retry: false,
    signal: () => AbortSignal.timeout(1_500),
  });
  return {
    ping: () => redis.ping(),
    get: (key) => redis.get<string>(key),
    getdel: (key) => redis.getdel<string>(key),
    set: (key, value, seconds) => redis.set(key, value, { ex: seconds }),
    publish: (channel, message) => redis.publish(channel, message),
    highest: (key, from, to) => redis.zrange<string[]>(key, from, to, { rev: true, withScores: true }),
    evalsha: (digest, keys, args) => redis.evalsha(digest, keys, args),
    eval: (text, keys, args) => redis.eval(text, keys, args),
  };
}
