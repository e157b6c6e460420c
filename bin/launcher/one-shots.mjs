import { join } from "node:path";

import { isBundled, townEnv } from "./apps.mjs";
import { command } from "./command.mjs";
import { oncePerDatabase, schemaVersion } from "./done.mjs";
import { logFile } from "./logs.mjs";
import { dist, root } from "./places.mjs";

/** @typedef {import("./launch.mjs").Launch} Launch */

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
  await once(launch, "schema", schemaVersion(), work);
}

/**
 * Fills an empty database with the demo town, telling how far it is.
 *
 * @param {Launch} launch
 */
export async function fillTown(launch) {
  if (launch.options.empty || !isBundled("town-fill")) return;
  const onLine = (/** @type {string} */ line) => launch.say(`    ${line}`);
  const work = () =>
    launch.step("Looking after the demo town", () =>
      runOnce(launch, "town-fill", "The demo town could not be built.", onLine),
    );
  await once(launch, "town", "filled", work);
}

/**
 * What a database of somebody else's has, only a look into it can tell.
 *
 * @param {Launch} launch
 * @param {string} name
 * @param {string} version
 * @param {() => Promise<void>} work
 */
function once({ given, places }, name, version, work) {
  return given.neo4j ? work() : oncePerDatabase(places.neo4j, name, version, work);
}

/**
 * @param {Launch} launch
 * @param {string} bundle
 * @param {string} trouble
 * @param {(line: string) => void} [onLine]
 */
function runOnce(launch, bundle, trouble, onLine) {
  return command(process.execPath, ["--enable-source-maps", join(dist, `${bundle}.mjs`)], {
    cwd: root,
    env: townEnv(launch),
    log: logFile(launch.places.logs, bundle),
    signal: launch.signal,
    trouble,
    onLine,
  });
}
