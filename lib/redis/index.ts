import { env } from "@/lib/env";
import { createPort } from "@/lib/redis/port";
import { tcpAdapter, tcpRedis } from "@/lib/redis/tcp";
import { upstashAdapter } from "@/lib/redis/upstash";
import { singleton } from "@/lib/singleton";

/** Redis: over TCP where `REDIS_URL` is set, otherwise over Upstash's REST. */
export const redis = singleton("redis", () => {
  const { REDIS_URL, UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env();
  if (REDIS_URL) return createPort(tcpAdapter(tcpRedis()));
  if (url && token) return createPort(upstashAdapter(url, token));
  throw new Error("Redis has no address: REDIS_URL, or UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN.");
});
