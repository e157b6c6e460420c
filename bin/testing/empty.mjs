/**
 * Deletes all data from an instance's stores. Only its stores may be running: other processes would keep stale caches.
 *
 * @param {import("../launcher/index.mjs").Barker} barker
 */
export async function emptyStores({ env }) {
  // Imported late: on a fresh checkout these packages are installed during the run.
  const { default: neo4j } = await import("neo4j-driver");
  const { Redis } = await import("ioredis");
  const driver = neo4j.driver(env.NEO4J_URI ?? "", neo4j.auth.basic(env.NEO4J_USER ?? "", env.NEO4J_PASSWORD ?? ""));
  const redis = new Redis(env.REDIS_URL ?? "");
  try {
    const session = driver.session({ database: env.NEO4J_DATABASE ?? "neo4j" });
    await session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS");
    await session.close();
    await redis.flushall();
  } finally {
    redis.disconnect();
    await driver.close();
  }
}
