import { existsSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";

import { packagesAreFresh } from "../../launcher/packages.mjs";
import { dist } from "../../launcher/places.mjs";
import { right, unsure, wrong } from "./findings.mjs";

/** @typedef {import("./findings.mjs").Finding} Finding */

const gigabyte = 1024 ** 3;

/** @param {string} version such as process.versions.node @returns {Finding} */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 9)
    ? right(`Node ${version}`)
    : wrong(`Node ${version} is too old`, "Install Node 20.9 or newer from https://nodejs.org.");
}

/** @returns {Finding} */
export function checkInstallation() {
  if (!existsSync(join(dist, "web.mjs")))
    return wrong(
      "Barker is not built",
      "Start Barker, which builds it, or run npm ci and npm run build where processes run one by one.",
    );
  return packagesAreFresh()
    ? right("Packages and builds are there")
    : unsure(
        "The packages are not those of package-lock.json",
        "Restart Barker, which installs them, or run npm ci. In an image, this is normal.",
      );
}

/**
 * @param {string} folder
 * @param {(folder: string) => number} [measure] the free bytes of a disk
 * @returns {Finding}
 */
export function checkRoom(folder, measure = freeBytes) {
  const free = measure(nearest(folder));
  const words = `${(free / gigabyte).toFixed(1)} GB are free where ${folder} is`;
  if (free < gigabyte / 2)
    return wrong(
      words,
      "Neo4j stops writing when a disk is full. Make room, or move the data folder to a larger disk.",
    );
  return free < 3 * gigabyte
    ? unsure(words, "Make room soon: old backups and logs are the first things to look at.")
    : right(words);
}

/** @param {string} folder */
function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** The folder itself, or the nearest one above it that exists. @param {string} folder */
function nearest(folder) {
  let found = folder;
  while (!existsSync(found)) found = dirname(found);
  return found;
}
