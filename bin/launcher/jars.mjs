import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { command } from "./command.mjs";
import { homeOf } from "./java.mjs";
import { withLock } from "./lock.mjs";
import { logFile } from "./logs.mjs";
import { engines, root, shared } from "./places.mjs";
import { Trouble } from "./trouble.mjs";
import { findEnd } from "./zip.mjs";

const pom = join(root, "local", "pom.xml");

/**
 * The folder that holds (or will hold) an engine's jars. Its name carries the pom's hash: another
 * version is another folder, and an instance that still runs keeps its own.
 *
 * @param {"neo4j" | "redis"} engine a profile of local/pom.xml
 */
export function jarFolder(engine) {
  const hash = createHash("sha256").update(readFileSync(pom)).digest("hex").slice(0, 10);
  return join(engines, `${engine}-${hash}`);
}

/** @param {"neo4j" | "redis"} engine */
export function hasJars(engine) {
  return existsSync(jarFolder(engine));
}

/**
 * Downloads an engine's jars; does nothing when they are there. Two launchers at once do it once.
 *
 * @param {"neo4j" | "redis"} engine
 * @param {{ java: string, maven: string, signal: AbortSignal }} tools
 * @returns {Promise<string>} their folder, complete
 */
export async function fetchJars(engine, { java, maven, signal }) {
  const folder = jarFolder(engine);
  if (existsSync(folder)) return folder;
  // One lock for both engines: two Mavens at once may spoil each other's ~/.m2.
  await withLock(
    join(shared, "engines.lock"),
    async () => {
      if (existsSync(folder)) return;
      const draft = join(engines, `.${engine}-draft`);
      rmSync(draft, { recursive: true, force: true });
      mkdirSync(draft, { recursive: true });
      try {
        await copyDependencies(engine, draft, { java, maven, signal });
        checkWhole(draft);
        renameSync(draft, folder);
      } finally {
        rmSync(draft, { recursive: true, force: true });
      }
    },
    signal,
  );
  return folder;
}

/**
 * @param {string} engine
 * @param {string} folder
 * @param {{ java: string, maven: string, signal: AbortSignal }} tools
 */
async function copyDependencies(engine, folder, { java, maven, signal }) {
  // -C: a file whose checksum is wrong is an error, not a warning. -U: forget earlier failures to find one.
  const args = ["-B", "-q", "-U", "-C", "-Dstyle.color=never", "-f", pom, "-P", engine, "dependency:copy-dependencies"];
  await command(maven, [...args, "-DincludeScope=runtime", `-DoutputDirectory=${folder}`], {
    log: logFile(join(shared, "logs"), "maven"),
    signal,
    env: { ...process.env, JAVA_HOME: homeOf(java) },
    trouble: `Maven could not download ${engine}: check the network and the room on the disk, then start again.`,
  });
}

/** @param {string} folder */
function checkWhole(folder) {
  const jars = readdirSync(folder).filter((name) => name.endsWith(".jar"));
  for (const jar of jars) {
    try {
      findEnd(readFileSync(join(folder, jar)));
    } catch (cause) {
      throw new Trouble(`The download of ${jar} is broken: remove it from Maven's ~/.m2/repository and start again.`, {
        cause,
      });
    }
  }
}
