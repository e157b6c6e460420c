import { aptInstall } from "./debian.mjs";
import { ensureRoom } from "./disk.mjs";
import { fetchJars, hasJars } from "./jars.mjs";
import { ensureJava } from "./java.mjs";
import { platformFolder } from "./places.mjs";
import {
  installedRedis,
  maySeekDebianRedis,
  needsRedisJar,
  noteDebianFailure,
  unpackedRedis,
} from "./redis-binary.mjs";
import { UserError } from "./user-error.mjs";

/**
 * @typedef {{ signal: AbortSignal, step: import("./steps.mjs").Steps["step"] }} Work
 */

/**
 * Ensures what Neo4j needs to run: Java and its jars.
 *
 * @param {Work} work
 */
export async function ensureNeo4j({ signal, step }) {
  const missing = !hasJars("neo4j");
  if (missing) ensureRoom(platformFolder);
  const { java, maven } = await step(missing ? "Looking for Java and Maven" : "Looking for Java", () =>
    ensureJava({ maven: missing, signal }),
  );
  const jars = await step("Downloading Neo4j (130 MB)", () => fetchJars("neo4j", { java, maven, signal }));
  return { java, jars };
}

/**
 * Ensures a redis-server: an installed one, else Debian's if it can be installed, else an older one from a jar.
 *
 * @param {Work & { say: (line: string) => void }} work
 * @returns {Promise<string>} its path
 */
export async function ensureRedis({ signal, step, say }) {
  const installed = installedRedis();
  if (installed) return installed;
  if (maySeekDebianRedis()) {
    const added = await step("Installing Redis", () => installRedis(signal, say));
    if (added) return added;
  }
  if (needsRedisJar()) {
    ensureRoom(platformFolder);
    const { java, maven } = await step("Looking for Java and Maven", () => ensureJava({ maven: true, signal }));
    await step("Downloading Redis", () => fetchJars("redis", { java, maven, signal }));
  }
  return unpackedRedis();
}

/**
 * Installs Debian's Redis; null if that fails or its version is too old.
 *
 * @param {AbortSignal} signal
 * @param {(line: string) => void} say
 */
async function installRedis(signal, say) {
  try {
    await aptInstall(["redis-tools"], signal);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    noteDebianFailure();
    say(`! ${error.message} An older Redis is used meanwhile.`);
  }
  return installedRedis();
}
