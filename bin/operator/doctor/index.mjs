import { readEnvFile } from "../../launcher/child-env.mjs";
import { accepts } from "../../launcher/health.mjs";
import { completeOptions } from "../../launcher/options.mjs";
import { placesIn } from "../../launcher/places.mjs";
import { whoMayRead } from "../owner.mjs";
import { faultsOf } from "../../launcher/settings.mjs";
import { askOperator } from "../run.mjs";
import { startCommand } from "../start-command.mjs";
import { checkOrigin, checkWeb } from "./address.mjs";
import { report, wrong } from "./findings.mjs";
import { checkBackup, checkFolder, checkLeftovers } from "./folder.mjs";
import { checkInstallation, checkNode, checkRoom } from "./machine.mjs";

/** @typedef {import("./findings.mjs").Finding} Finding */

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
  const settings = settingsFrom(env, kept);
  const listens = { host: settings["HOST"] || host, port: Number(settings["PORT"]) || port };
  const findings = [
    checkNode(process.versions.node),
    checkInstallation(),
    checkRoom(places.data),
    ...readable(() => checkFolder(places, settings)),
    ...checkOrigin(settings, listens),
    await checkWeb(listens, startCommand({ data, ...listens })),
    ...(await checkStores(settings, !env.NEO4J_URI)),
    ...readable(() => [checkBackup(places.data), ...checkLeftovers(places.data)]),
  ];
  console.log(report(findings));
  return findings.some(({ state }) => state === "wrong") ? 1 : 0;
}

/**
 * The settings to check: what is given, so that a change can be tried before Barker is started with it; the rest as
 * the launcher has written it down. Processes that run one by one have only what is given.
 *
 * @param {NodeJS.ProcessEnv} given
 * @param {Record<string, string>} kept
 * @returns {NodeJS.ProcessEnv}
 */
export function settingsFrom(given, kept) {
  return given.NEO4J_PASSWORD === undefined ? { ...kept, ...given } : given;
}

/**
 * What a check finds, or else which file this user may not read.
 *
 * @param {() => Finding[]} check
 * @returns {Finding[]}
 */
export function readable(check) {
  try {
    return check();
  } catch (error) {
    const { code, path = "" } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== "EACCES") throw error;
    return [wrong(`${path} cannot be read by this user`, whoMayRead(path))];
  }
}

/**
 * What the program with packages finds in the stores, or only in the settings while Barker's own Neo4j is stopped.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} areOwn whether the launcher starts and stops the stores
 * @returns {Promise<Finding[]>}
 */
async function checkStores(env, areOwn) {
  const faults = faultsOf(env);
  if (faults.length > 0) return faults.map((fault) => wrong(fault, "Correct it, and ask again."));
  if (!env.NEO4J_URI)
    return [
      wrong("It is not known where the stores are", "Start Barker once, or set NEO4J_URI and the other variables."),
    ];
  const { hostname, port } = URL.canParse(env.NEO4J_URI) ? new URL(env.NEO4J_URI) : { hostname: "", port: "" };
  const areStopped = areOwn && !(await accepts(Number(port), hostname));
  const { output } = await askOperator(["stores", ...(areStopped ? ["stopped"] : [])], env);
  try {
    return JSON.parse(output);
  } catch {
    return [
      wrong("The stores could not be checked", `Packages or settings are missing: ${output.trim().split("\n").at(-1)}`),
    ];
  }
}
