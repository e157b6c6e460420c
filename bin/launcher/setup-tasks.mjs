import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { isBundled, townEnv } from "./apps.mjs";
import { command } from "./command.mjs";
import { runOncePerDatabase, schemaVersion } from "./run-once.mjs";
import { logFile } from "./logs.mjs";
import { dist, root } from "./places.mjs";

/** @typedef {import("./launch.mjs").Launch} Launch */

/** How long (ms) a start waits at most until the database is warm enough for a first visitor. */
const warmUpMs = 20_000;
/** What warming up prints then (local/warm). */
const warmEnough = "ready for the first visitor";

/**
 * Applies constraints and indexes and runs migrations; on an embedded database only when it does not have them.
 *
 * @param {Launch} launch
 */
export async function applySchema(launch) {
  if (!isBundled("schema")) return;
  const work = () =>
    launch.step("Bringing the database up to date", () =>
      runOnce(
        launch,
        "schema",
        "The database could not be brought up to date, so this version of Barker does not start.",
      ),
    );
  // For a database elsewhere there is no record, so the work itself must check.
  await (launch.external.neo4j ? work() : runOncePerDatabase(launch.places.neo4j, "schema", schemaVersion(), work));
}

/**
 * Reads the most visited pages and plans the most frequent queries, since a Neo4j that has just started is slow. Runs
 * beside the other work of a start, which waits for what a first visitor needs; the rest is done in the background.
 *
 * @param {Launch} launch
 * @param {Promise<unknown>} others what the start waits for anyway
 */
export async function warmUp(launch, others) {
  if (!isBundled("warm")) return;
  const warm = new Promise((resolve) => {
    const onLine = (/** @type {string} */ line) => void (line === warmEnough && resolve(undefined));
    // A database that stays cold is slow, and no reason not to start.
    runOnce(launch, "warm", "The database could not be warmed up.", onLine).then(resolve, resolve);
  });
  await others;
  await launch.step("Warming up the database", () =>
    Promise.race([warm, setTimeout(warmUpMs, undefined, { ref: false, signal: launch.signal })]),
  );
}

/**
 * Runs a bundle of bin/bundle.mjs until it ends.
 *
 * @param {Launch} launch
 * @param {string} bundle
 * @param {string} failure what is said when it fails
 * @param {(line: string) => void} [onLine]
 */
export function runOnce(launch, bundle, failure, onLine) {
  return command(process.execPath, ["--enable-source-maps", join(dist, `${bundle}.mjs`)], {
    cwd: root,
    env: townEnv(launch),
    log: logFile(launch.places.logs, bundle),
    signal: launch.signal,
    failure,
    onLine,
  });
}
