import { existsSync } from "node:fs";

import { appEnv, envFileText, proxyAdvice, storesEnv } from "./child-env.mjs";
import { createProcesses } from "./processes.mjs";
import { ensureRoom } from "./disk.mjs";
import { writeAtomically } from "./files.mjs";
import { ensureReachable, externalStores } from "./external-stores.mjs";
import { launchAll, launchRest, launchStores } from "./launch.mjs";
import { stopLeftovers } from "./leftovers.mjs";
import { takeLock } from "./lock.mjs";
import { keepPrivate, restrictModes } from "./modes.mjs";
import { ensurePasswordKnown } from "./neo4j.mjs";
import { completeOptions, urlOf } from "./options.mjs";
import { placesIn } from "./places.mjs";
import { ensureWebPort, internalPorts } from "./ports.mjs";
import { loadSecrets } from "./secrets.mjs";
import { ensureSettings } from "./settings.mjs";
import { createSteps } from "./steps.mjs";
import { knownTown } from "./town.mjs";
import { UserError } from "./user-error.mjs";

/**
 * @typedef {object} Barker a running instance
 * @property {string} url
 * @property {import("./places.mjs").Places} places
 * @property {Record<string, string>} env the environment of its processes, for tests that use its stores
 * @property {() => import("./run-file.mjs").RunFile} run
 * @property {() => Promise<void>} startRest starts the other processes after a start with `storesOnly`
 * @property {() => Promise<void>} runDeferred does work that need not delay the start
 * @property {() => Promise<void>} stop stops all processes within 15 s
 */

/**
 * Starts Barker and everything it needs, and restarts processes that die. If it fails, it stops whatever it had
 * started and throws, usually a {@link UserError}.
 *
 * @param {Partial<import("./options.mjs").Options> & { log?: (line: string) => void, signal?: AbortSignal }} [options]
 *   `log` gets the progress; `signal` cancels the start
 * @returns {Promise<Barker>}
 */
export async function startBarker({ log = () => {}, signal: outer, ...given } = {}) {
  const options = completeOptions(given);
  const places = placesIn(options.data);
  const { step, say } = createSteps(log);
  ensureNodeIsNew();
  ensureSettings(options.env);
  // Where there is no data folder, nothing of an earlier run can hold the port, and a refused start leaves no folder.
  if (!options.storesOnly && !existsSync(places.data)) await ensureWebPort(options.port, options.host);
  ensureRoom(places.data);
  keepPrivate(places.data);
  const release = takeLock(places.lock);
  if (!release)
    throw new UserError(
      `Barker is already running with the data in ${places.data}: stop it first, or choose another folder with BARKER_DATA.`,
    );

  const processes = createProcesses({ runFile: places.runFile, say });
  const failing = new AbortController();
  const signal = outer ? AbortSignal.any([failing.signal, outer]) : failing.signal;
  /** @type {Promise<void> | undefined} */
  let stopped;
  const stop = () => {
    failing.abort();
    return (stopped ??= processes.stop().finally(release));
  };

  try {
    const context = await prepare(options, places);
    const advice = proxyAdvice(context.app, options);
    if (advice) say(`! ${advice}`);
    /** @type {(() => Promise<void>)[]} */
    const deferred = [async () => restrictModes([places.media])];
    const launch = { ...context, processes, signal, step, say, deferred };
    await (options.storesOnly ? launchStores(launch) : launchAll(launch));
    const runDeferred = async () => {
      for (const work of deferred) await work();
    };
    const startRest = () => launchRest(launch);
    return { url: urlOf(options), places, env: context.app, run: processes.run, startRest, runDeferred, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Does everything that must be done before the first process is started.
 *
 * @param {import("./options.mjs").Options} options
 * @param {import("./places.mjs").Places} places
 */
async function prepare(options, places) {
  const external = externalStores(options.env);
  await stopLeftovers(places);
  // Not media: it may hold many files, which can wait because the data folder itself is closed to others.
  restrictModes([places.neo4j, places.redis, places.logs, places.secrets, places.env, places.ports, places.runFile]);
  if (!options.storesOnly) await ensureWebPort(options.port, options.host);
  await ensureReachable(external);
  if (!external.neo4j) ensurePasswordKnown(places);
  const { host } = new URL(options.env.BARKER_ORIGIN || urlOf(options));
  const secrets = loadSecrets(places.secrets, `${host}/kt`);
  const ports = await portsFor(places, options);
  const stores = storesEnv({ external, ports, secrets, env: options.env });
  const town = knownTown(places, options, external);
  const app = appEnv({ options, stores, ports, secrets, external, town });
  const { NODE_ENV: _, ...forDevelopers } = app;
  writeAtomically(places.env, envFileText(forDevelopers), 0o600);
  return { options, places, external, secrets, ports, app, town };
}

/**
 * @param {import("./places.mjs").Places} places
 * @param {import("./options.mjs").Options} options
 */
async function portsFor(places, { sidecars }) {
  const names = Array.from({ length: sidecars }, (_, index) => (index === 0 ? "sidecar" : `sidecar${index + 1}`));
  const found = await internalPorts(places.ports, ["neo4j", "redis", "witness", ...names]);
  return {
    neo4j: Number(found["neo4j"]),
    redis: Number(found["redis"]),
    witness: Number(found["witness"]),
    sidecars: names.map((name) => Number(found[name])),
  };
}

function ensureNodeIsNew() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  throw new UserError(
    `Barker needs Node 20.9 or newer and this is ${process.version}: install a newer one from https://nodejs.org.`,
  );
}
