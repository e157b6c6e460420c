import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { runInForeground } from "../launcher/foreground.mjs";
import { completeOptions } from "../launcher/options.mjs";
import { ensurePackages } from "../launcher/packages.mjs";
import { describe } from "../launcher/user-error.mjs";
import { runOperator } from "./run.mjs";
import { startCommand } from "./start-command.mjs";

const usage = `bin/barker restore [--replace] [--built] <file>

  --replace  removes the town that is in the data folder first
  --built    uses packages and builds as they are, as an image does

  BARKER_DATA chooses the data folder; BARKER_BACKUP_KEY or BARKER_BACKUP_KEY_FILE decrypt the backup.`;

/**
 * Restores a backup on a machine where Barker does not run: checks the file, starts the stores that are not elsewhere,
 * fills them, and stops them. Ends the process.
 *
 * @param {string[]} args
 */
export async function restoreBackup(args) {
  const { file, replace, built } = readArguments(args);
  try {
    if (!built) await ensurePackages(AbortSignal.timeout(600_000));
  } catch (error) {
    console.error(describe(error));
    process.exit(1);
  }
  // Before anything is started or changed.
  const code = await runOperator(["verify", file]);
  if (code !== 0) process.exit(code);
  const { port, host } = completeOptions({});
  await runInForeground({ storesOnly: true, bare: true, empty: true, built }, async ({ env, places }) => {
    // What was done once for the database that was there has to be done again for the restored one.
    rmSync(join(places.neo4j, "done.json"), { force: true });
    const exitCode = await runOperator(["restore", ...(replace ? ["--replace"] : []), file], {
      env: { ...process.env, ...env },
    });
    if (exitCode === 0) console.log(`\nNow start Barker: ${startCommand({ data: places.data, port, host })}`);
    return exitCode;
  });
}

/** @param {string[]} args */
function readArguments(args) {
  const flag = { type: /** @type {const} */ ("boolean"), default: false };
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { replace: flag, built: flag },
    });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0) return { file, ...values };
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
  }
  console.error(usage);
  return process.exit(2);
}
