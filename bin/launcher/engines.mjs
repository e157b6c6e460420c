import { ensureRoom } from "./disk.mjs";
import { fetchJars, hasJars } from "./jars.mjs";
import { ensureJava } from "./java.mjs";
import { engines } from "./places.mjs";
import { installedRedis, needsRedisJar, unpackedRedis } from "./redis-binary.mjs";

/**
 * @typedef {{ signal: AbortSignal, step: import("./steps.mjs").Steps["step"] }} Work
 */

/**
 * What Neo4j runs on: a Java and the jars.
 *
 * @param {Work} work
 */
export async function ensureNeo4j({ signal, step }) {
  const missing = !hasJars("neo4j");
  if (missing) ensureRoom(engines);
  const { java, maven } = await step(missing ? "Looking for Java and Maven" : "Looking for Java", () =>
    ensureJava({ maven: missing, signal }),
  );
  const jars = await step("Downloading Neo4j (130 MB)", () => fetchJars("neo4j", { java, maven, signal }));
  return { java, jars };
}

/**
 * A redis-server: this machine's own, else one out of a jar.
 *
 * @param {Work} work
 * @returns {Promise<string>} its path
 */
export async function ensureRedis({ signal, step }) {
  const installed = installedRedis();
  if (installed) return installed;
  if (needsRedisJar()) {
    ensureRoom(engines);
    const { java, maven } = await step("Looking for Java and Maven", () => ensureJava({ maven: true, signal }));
    await step("Downloading Redis", () => fetchJars("redis", { java, maven, signal }));
  }
  return unpackedRedis();
}
