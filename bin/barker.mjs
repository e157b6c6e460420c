// The operator's command: bin/barker reports, suspend <handle>, backup, doctor and others; without one it lists them. It
// takes the addresses of the stores from the environment or, without a password there, from the env file in the data folder.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import { root } from "./launcher/places.mjs";
import { doctor } from "./operator/doctor/index.mjs";
import { restoreBackup } from "./operator/restore.mjs";
import { runOperator } from "./operator/run.mjs";

const [command, ...given] = process.argv.slice(2);
const data = resolve(root, process.env.BARKER_DATA || ".barker");
const file = join(data, "env");
// The key log of another server is public, and a backup is a file.
const isWithoutStores = (command === "audit" && given.length > 0) || command === "verify";

if (command === "restore") await restoreBackup(given);
else if (command === "doctor") process.exitCode = await doctor();
else if (process.env.NEO4J_PASSWORD !== undefined || isWithoutStores) await run({});
else if (existsSync(file)) await run({ envFile: file });
else {
  console.error(`There is no Barker in ${data}. Start it first, or say where it is with BARKER_DATA.`);
  process.exitCode = 1;
}

/** @param {{ envFile?: string }} how */
async function run(how) {
  process.exitCode = await runOperator(process.argv.slice(2), how);
}
