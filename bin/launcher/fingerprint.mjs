import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

import { messagesWorker, root, routesTable, serviceWorker } from "./places.mjs";

const folders = ["app", "lib", "sidecar", "web", "local", "cypher", "public", "bin"];
const isTest = /\.(test|bench)\.\w+$/;
const isConfiguration =
  /^(package-lock\.json|tsconfig\.json|(next|postcss)\.config\.\w+|proxy\.ts|instrumentation\.ts)$/;

/** A hash of everything a build depends on: names and contents of the sources, locked packages, Node's version. */
export function sourcesFingerprint() {
  const hash = createHash("sha256").update(process.version);
  const inFolders = folders
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((file) => ![serviceWorker, messagesWorker, routesTable].includes(file));
  const atRoot = readdirSync(root)
    .filter((name) => isConfiguration.test(name))
    .map((name) => join(root, name));
  for (const file of [...inFolders, ...atRoot].toSorted(byCodeUnits))
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** Compares independently of the system's locale. @param {string} a @param {string} b */
function byCodeUnits(a, b) {
  return a < b ? -1 : 1;
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    // Helpers of tests are in no build.
    if (entry.isDirectory()) return entry.name === "testing" ? [] : filesBelow(path);
    return entry.isFile() && !isTest.test(entry.name) ? [path] : [];
  });
}
