import { existsSync } from "node:fs";
import { join } from "node:path";

import { command } from "./command.mjs";
import { shared } from "./places.mjs";
import { withLock } from "./lock.mjs";
import { logFile } from "./logs.mjs";

/** May this process install Debian packages? Only then does the launcher do so by itself. */
export function mayInstall() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}

/**
 * Installs Debian packages.
 *
 * @param {string[]} packages
 * @param {AbortSignal} signal
 */
export async function aptInstall(packages, signal) {
  const log = logFile(join(shared, "logs"), "apt");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const failure = `Debian's packages ${packages.join(" and ")} could not be installed: check the network, or install them by hand.`;
  const apt = (/** @type {string[]} */ args) =>
    // Not with this process' umask: other users must be able to read what Debian installs.
    command("/bin/sh", ["-c", 'umask 022; exec /usr/bin/apt-get -o DPkg::Lock::Timeout=180 "$@"', "apt-get", ...args], {
      log,
      signal,
      env,
      failure,
    });
  await withLock(
    join(shared, "apt.lock"),
    async () => {
      await apt(["update", "-qq"]);
      await apt(["install", "-y", "-qq", "--no-install-recommends", ...packages]);
    },
    signal,
  );
}
