import { existsSync } from "node:fs";
import { join } from "node:path";

import { isBundled } from "./apps.mjs";
import { demoFlag, envFileText } from "./child-env.mjs";
import { writeAtomically } from "./files.mjs";
import { doneIn, noteDone } from "./run-once.mjs";
import { runOnce } from "./setup-tasks.mjs";

/** @typedef {import("./launch.mjs").Launch} Launch */
/** @typedef {"demo" | "own"} Town whether the demo town lives in a database, or people of its own do or will */

/**
 * Which town a start will have, as far as it is known before the database runs. A database that was begun with --empty
 * never gets a demo town: the first start that knows writes that down beside the database.
 *
 * @param {{ kept: unknown, isNew: boolean, empty: boolean }} from `kept`: what is written down; `isNew`: there is no
 *   database yet; `empty`: started with --empty
 * @returns {Town | null} null when the database has to be asked
 */
export function townOf({ kept, isNew, empty }) {
  if (kept === "demo" || kept === "own") return kept;
  // Older versions wrote "filled" for any town that they found when they were started without --empty.
  if (empty) return kept === undefined ? "own" : null;
  return isNew ? "demo" : null;
}

/**
 * Which town is in this data folder, as far as it is known before its database runs.
 *
 * @param {import("./places.mjs").Places} places
 * @param {Pick<import("./options.mjs").Options, "empty">} options
 * @param {import("./external-stores.mjs").ExternalStores} external
 * @returns {Town | null} null when the database has to be asked
 */
export function knownTown({ neo4j }, { empty }, external) {
  // Nothing is written down about a database elsewhere.
  if (external.neo4j) return empty ? "own" : null;
  return townOf({ kept: doneIn(neo4j, "town"), isNew: !existsSync(join(neo4j, "data")), empty });
}

/**
 * Fills an empty database with the demo town, unless this start or an earlier one was made with --empty, and finds out
 * which town there is where that was not known.
 *
 * @param {Launch} launch gets the town, and its environment what follows from it
 */
export async function settleTown(launch) {
  const { options, external, places, say } = launch;
  const isDone = !external.neo4j && launch.town !== null && doneIn(places.neo4j, "town") === launch.town;
  if (!isDone && launch.town !== "own" && !options.empty && isBundled("town-fill")) {
    /** @type {Town} */
    let found = "own";
    const onLine = (/** @type {string} */ line) => {
      if (line === "town: demo") found = "demo";
      else if (line !== "town: own") say(`    ${line}`);
    };
    const title = launch.town === "demo" ? "Looking after the demo town" : "Looking who lives here";
    await launch.step(title, () => runOnce(launch, "town-fill", "The demo town could not be built.", onLine));
    become(launch, found);
  }
  if (launch.town === "own" && !options.empty) say("  The people of this town are its own, so no demo town is here.");
  if (!external.neo4j && launch.town) noteDone(places.neo4j, "town", launch.town);
}

/** @param {Launch} launch @param {Town} town */
function become(launch, town) {
  launch.town = town;
  Object.assign(launch.app, demoFlag(launch));
  const { NODE_ENV: _, ...forDevelopers } = launch.app;
  writeAtomically(launch.places.env, envFileText(forDevelopers), 0o600);
}
