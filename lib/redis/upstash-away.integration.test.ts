import { describeRedisAway } from "@/testing/redis-away";

// Nothing listens on port 1: as if Upstash could not be reached. There is no other connection to Redis.
describeRedisAway("REST", {
  REDIS_URL: "",
  UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
  UPSTASH_REDIS_REST_TOKEN: "none",
});
