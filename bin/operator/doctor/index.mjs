import { readEnvFile } from "../../launcher/child-env.mjs";
import { completeOptions } from "../../launcher/options.mjs";
import { placesIn } from "../../launcher/places.mjs";
import { askOperator } from "../run.mjs";
import { checkOrigin, checkWeb } from "./address.mjs";
import { report, wrong } from "./findings.mjs";
import { checkBackup, checkFolder, checkLeftovers } from "./folder.mjs";
import { checkInstallation, checkNode, checkRoom } from "./machine.mjs";

/**
 * bin/barker doctor: checks the machine, the data folder, the address and the stores, and prints what is wrong and what
 * to do about it. Changes nothing. Needs only Node; what needs packages is said to be missing without them.
 *
 * @returns {Promise<number>} the exit code: 1 if something is wrong
 */
export async function doctor() {
  const { host, port, data, env } = completeOptions({});
  const places = placesIn(data);
  const kept = readEnvFile(places.env);
  // The environment of processes that the launcher started is in the file; others have their own.
  const settings = env.NEO4J_PASSWORD === undefined ? { ...env, ...kept } : env;
  const listens = { host: settings["HOST"] || host, port: Number(settings["PORT"]) || port };
  const findings = [
    checkNode(process.versions.node),
    checkInstallation(),
    checkRoom(places.data),
    ...checkFolder(places, settings),
    ...checkOrigin(settings, listens),
    await checkWeb(listens),
    ...(await checkStores(settings)),
    checkBackup(places.data),
    ...checkLeftovers(places.data),
  ];
  console.log(report(findings));
  return findings.some(({ state }) => state === "wrong") ? 1 : 0;
}

/**
 * What the program with packages finds in the stores.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import("./findings.mjs").Finding[]>}
 */
async function checkStores(env) {
  if (!env.NEO4J_URI)
    return [
      wrong("It is not known where the stores are", "Start Barker once, or set NEO4J_URI and the other variables."),
    ];
  const { output } = await askOperator(["stores"], env);
  try {
    return JSON.parse(output);
  } catch {
    return [
      wrong("The stores could not be checked", `Packages or settings are missing: ${output.trim().split("\n").at(-1)}`),
    ];
  }
}
