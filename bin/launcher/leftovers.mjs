import { setTimeout as sleep } from "node:timers/promises";

import { killGroup } from "./command.mjs";
import { belongsTo, isAlive } from "./process-info.mjs";
import { pidsIn, removeRunFile } from "./run-file.mjs";

const graceMs = 8_000;

/**
 * Stops processes that a killed launcher left running. Process ids are reused, so only processes that were started for
 * this data folder are stopped.
 *
 * @param {import("./places.mjs").Places} places
 */
export async function stopLeftovers({ data, runFile }) {
  const left = pidsIn(runFile).filter((pid) => isAlive(pid) && belongsTo(pid, data));
  for (const pid of left) killGroup(pid, "SIGTERM");
  for (const waited = Date.now(); Date.now() - waited < graceMs && left.some(isAlive);) await sleep(50);
  for (const pid of left) if (isAlive(pid)) killGroup(pid, "SIGKILL");
  removeRunFile(runFile);
}
