// The operator's command: bin/barker reports, suspend <handle>, backup, doctor and others; without one it lists them. Its
// settings are those of its environment, then those of the service, then those in the env file of the data folder.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import { root } from "./launcher/places.mjs";
import { describe } from "./launcher/user-error.mjs";
import { doctor } from "./operator/doctor/index.mjs";
import { becomeOwner, ensureAccess } from "./operator/owner.mjs";
import { restoreBackup } from "./operator/restore.mjs";
import { runOperator } from "./operator/run.mjs";
import { addServiceSettings } from "./operator/settings-file.mjs";

const [command, ...given] = process.argv.slice(2);
addServiceSettings(process.env);
const data = resolve(root, process.env.BARKER_DATA || ".barker");
const file = join(data, "env");
// The key log of another server is public, and a backup is a file.
const isWithoutStores = (command === "audit" && given.length > 0) || command === "verify";

try {
  becomeOwner(data);
  process.exitCode = await run();
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}

/** @returns {Promise<number>} the exit code */
async function run() {
  if (!isWithoutStores) ensureAccess(data);
  if (command === "restore") await restoreBackup(given);
  if (command === "doctor") return doctor();
  const envFile = existsSync(file) ? file : undefined;
  if (process.env.NEO4J_PASSWORD !== undefined || (isWithoutStores && !envFile))
    return runOperator(process.argv.slice(2));
  if (envFile) return runOperator(process.argv.slice(2), { envFile });
  console.error(`There is no Barker in ${data}. Start it first, or say where it is with BARKER_DATA.`);
  return 1;
}
