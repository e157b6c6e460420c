import { describeRedisAway } from "@/testing/redis-away";

// Nothing listens on port 1: as if Redis had stopped.
describeRedisAway("TCP", { REDIS_URL: "redis://127.0.0.1:1" });
