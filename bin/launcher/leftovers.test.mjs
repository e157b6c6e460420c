import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { stopLeftovers } from "./leftovers.mjs";
import { placesIn } from "./places.mjs";
import { belongsTo, isAlive } from "./process-info.mjs";
import { writeRunFile } from "./run-file.mjs";

const places = placesIn(mkdtempSync(join(tmpdir(), "barker-left-")));

/** Starts a process that belongs to this data folder. @param {string} data */
async function startFor(data) {
  const script = 'process.stdout.write("up"); setInterval(() => {}, 1000)';
  const child = spawn(process.execPath, ["-e", script], { env: { BARKER_DATA: data }, detached: true });
  await once(child.stdout, "data");
  return { port: 1, pid: child.pid ?? 0 };
}

test("stopLeftovers stops a killed launcher's processes, but not others that reuse their ids", async () => {
  const ours = await startFor(places.data);
  const stranger = await startFor(`${places.data}-other`);
  expect([belongsTo(ours.pid, places.data), belongsTo(stranger.pid, places.data)]).toEqual([true, false]);
  writeRunFile(places.runFile, { web: [ours], sidecar: [], redis: stranger });
  await stopLeftovers(places);
  expect([isAlive(ours.pid), isAlive(stranger.pid)]).toEqual([false, true]);
  expect(existsSync(places.runFile)).toBe(false);
  process.kill(stranger.pid);
});

test("stopLeftovers ignores a missing or invalid run.json", async () => {
  await expect(stopLeftovers(places)).resolves.toBeUndefined();
  writeRunFile(places.runFile, /** @type {any} */ ({ web: "none", redis: { pid: "x" }, neo4j: null }));
  await expect(stopLeftovers(places)).resolves.toBeUndefined();
});
