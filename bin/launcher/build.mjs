import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { command } from "./command.mjs";
import { compressFiles } from "./compress.mjs";
import { writeAtomically } from "./files.mjs";
import { sourcesFingerprint } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";
import { logFile } from "./logs.mjs";
import { dist, messagesWorker, root, serviceWorker, shared } from "./places.mjs";

const pages = join(root, ".next");
const bundlesStamp = join(dist, ".stamp");

/** Bundles the processes (web, sidecar, …) when their sources have changed. @param {AbortSignal} signal */
export async function ensureBundles(signal) {
  await once(bundlesStamp, signal, () => bundle([], signal));
}

/** Bundles only what the stores need, whatever state the rest of the sources is in. @param {AbortSignal} signal */
export async function ensureStoreBundles(signal) {
  if (isFresh(bundlesStamp)) return;
  await withLock(join(shared, "build.lock"), () => bundle(["schema"], signal), signal);
}

/** Builds the pages with Next when their sources have changed. @param {AbortSignal} signal */
export async function ensurePages(signal) {
  await once(join(pages, ".stamp"), signal, async () => {
    await command(process.execPath, [join(root, "node_modules", "next", "dist", "bin", "next"), "build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      log: logFile(join(shared, "logs"), "next-build"),
      signal,
      failure: "The pages could not be built.",
    });
    await compressFiles(join(pages, "static"), signal);
  });
}

/**
 * @param {string[]} entries names of bundles, none for all
 * @param {AbortSignal} signal
 */
function bundle(entries, signal) {
  return command(process.execPath, [join(root, "bin", "bundle.mjs"), ...entries], {
    cwd: root,
    env: process.env,
    log: logFile(join(shared, "logs"), "bundle"),
    signal,
    failure: "The processes could not be bundled.",
  });
}

/**
 * Does work unless its stamp holds the current fingerprint of the sources. The stamp is written last, so interrupted
 * work is repeated; it holds the fingerprint from before the work, so changes made meanwhile are noticed.
 *
 * @param {string} stamp
 * @param {AbortSignal} signal
 * @param {() => Promise<void>} work
 */
async function once(stamp, signal, work) {
  if (isFresh(stamp)) return;
  await withLock(
    join(shared, stamp.startsWith(dist) ? "build.lock" : "pages.lock"),
    async () => {
      if (isFresh(stamp)) return;
      const now = sourcesFingerprint();
      await work();
      writeAtomically(stamp, now);
    },
    signal,
  );
}

/** @param {string} stamp */
function isFresh(stamp) {
  if (stamp === bundlesStamp && ![serviceWorker, messagesWorker].every((file) => existsSync(file))) return false;
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesFingerprint();
}
