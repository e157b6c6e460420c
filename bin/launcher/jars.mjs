import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { command } from "./command.mjs";
import { homeOf } from "./java.mjs";
import { withLock } from "./lock.mjs";
import { logFile } from "./logs.mjs";
import { platformFolder, root, shared } from "./places.mjs";
import { UserError } from "./user-error.mjs";
import { findEnd } from "./zip.mjs";

const pom = join(root, "local", "pom.xml");

/**
 * The folder for a store's jars, whether it exists yet or not. Its name contains the pom's hash: another version gets
 * another folder, and a running instance keeps its own.
 *
 * @param {"neo4j" | "redis"} store a profile of local/pom.xml
 */
export function jarFolder(store) {
  const hash = createHash("sha256").update(readFileSync(pom)).digest("hex").slice(0, 10);
  return join(platformFolder, `${store}-${hash}`);
}

/** @param {"neo4j" | "redis"} store */
export function hasJars(store) {
  return existsSync(jarFolder(store));
}

/**
 * Downloads a store's jars unless they are there. Launchers that run at the same time download them once.
 *
 * @param {"neo4j" | "redis"} store
 * @param {{ java: string, maven: string, signal: AbortSignal }} tools
 * @returns {Promise<string>} their folder, complete
 */
export async function fetchJars(store, { java, maven, signal }) {
  const folder = jarFolder(store);
  if (existsSync(folder)) return folder;
  // One lock for both stores: concurrent Maven runs may corrupt ~/.m2.
  await withLock(
    join(shared, "engines.lock"),
    async () => {
      if (existsSync(folder)) return;
      const draft = join(platformFolder, `.${store}-draft`);
      rmSync(draft, { recursive: true, force: true });
      mkdirSync(draft, { recursive: true });
      try {
        await copyDependencies(store, draft, { java, maven, signal });
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
 * @param {string} store
 * @param {string} folder
 * @param {{ java: string, maven: string, signal: AbortSignal }} tools
 */
async function copyDependencies(store, folder, { java, maven, signal }) {
  // -C: a wrong checksum is an error, not a warning. -U: retry artifacts that could not be found before.
  const args = ["-B", "-q", "-U", "-C", "-Dstyle.color=never", "-f", pom, "-P", store, "dependency:copy-dependencies"];
  await command(maven, [...args, "-DincludeScope=runtime", `-DoutputDirectory=${folder}`], {
    log: logFile(join(shared, "logs"), "maven"),
    signal,
    env: { ...process.env, JAVA_HOME: homeOf(java) },
    failure: `Maven could not download ${store}: check the network and the room on the disk, then start again.`,
  });
}

/** @param {string} folder */
function checkWhole(folder) {
  const jars = readdirSync(folder).filter((name) => name.endsWith(".jar"));
  for (const jar of jars) {
    try {
      findEnd(readFileSync(join(folder, jar)));
    } catch (cause) {
      throw new UserError(
        `The download of ${jar} is broken: remove it from Maven's ~/.m2/repository and start again.`,
        {
          cause,
        },
      );
    }
  }
}
