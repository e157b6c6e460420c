const COMPLETE = {
  NODE_ENV: "test",
  BARKER_ORIGIN: "http://localhost:3000",
  BARKER_SECRET: "a secret of sixteen",
  NEXTAUTH_SECRET: "a secret of sixteen",
  NEO4J_URI: "bolt://127.0.0.1:1",
  NEO4J_PASSWORD: "none",
  UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
  UPSTASH_REDIS_REST_TOKEN: "none",
  REDIS_URL: "redis://127.0.0.1:1",
  LOG_LEVEL: "silent",
};

/** Sets an environment for unit tests, with stores that do not exist. Must be called before the first read. */
export function setTestEnvironment(changes: Record<string, string> = {}): void {
  Object.assign(process.env, COMPLETE, changes);
}
