import { aptInstall } from "./debian.mjs";
import { ensureRoom } from "./disk.mjs";
import { fetchJars, hasJars } from "./jars.mjs";
import { ensureJava } from "./java.mjs";
import { engines } from "./places.mjs";
import {
  installedRedis,
  maySeekDebianRedis,
  needsRedisJar,
  noteDebianFailure,
  unpackedRedis,
} from "./redis-binary.mjs";
import { Trouble } from "./trouble.mjs";

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
 * A redis-server: this machine's own, else Debian's where it may be installed, else an older one out of a jar.
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
    ensureRoom(engines);
    const { java, maven } = await step("Looking for Java and Maven", () => ensureJava({ maven: true, signal }));
    await step("Downloading Redis", () => fetchJars("redis", { java, maven, signal }));
  }
  return unpackedRedis();
}

/**
 * Debian's Redis; null when it cannot be had, or is too old.
 *
 * @param {AbortSignal} signal
 * @param {(line: string) => void} say
 */
async function installRedis(signal, say) {
  try {
    await aptInstall(["redis-tools"], signal);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    noteDebianFailure();
    say(`! ${error.message} An older Redis is used meanwhile.`);
  }
  return installedRedis();
}
