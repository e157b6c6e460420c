import { join } from "node:path";

import { command } from "./command.mjs";
import { readJson } from "./files.mjs";
import { withLock } from "./lock.mjs";
import { logFile } from "./logs.mjs";
import { root, shared } from "./places.mjs";

/**
 * Do the installed packages match package-lock.json? npm writes its own list last, so an interrupted installation has
 * none. Optional packages, such as those for other systems, may be missing from it.
 */
export function packagesAreFresh() {
  const wanted = readJson(join(root, "package-lock.json"))?.packages ?? {};
  const installed = readJson(join(root, "node_modules", ".package-lock.json"))?.packages;
  if (!installed) return false;
  const versionsMatch = Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version);
  const noneMissing = Object.entries(wanted).every(
    ([path, { optional, devOptional }]) => path === "" || optional || devOptional || installed[path],
  );
  return versionsMatch && noneMissing;
}

/**
 * Installs the locked packages unless they are there. Includes devDependencies, which the builds need.
 *
 * @param {AbortSignal} signal
 */
export async function ensurePackages(signal) {
  if (packagesAreFresh()) return;
  await withLock(
    join(shared, "packages.lock"),
    async () => {
      if (packagesAreFresh()) return;
      await command("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
        cwd: root,
        env: process.env,
        log: logFile(join(shared, "logs"), "npm"),
        signal,
        failure: "npm could not install the packages: check the network and the room on the disk, then start again.",
      });
    },
    signal,
  );
}
