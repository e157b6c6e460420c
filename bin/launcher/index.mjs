import { appEnv, envFileText, proxyAdvice, storesEnv } from "./child-env.mjs";
import { createCrew } from "./crew.mjs";
import { ensureRoom } from "./disk.mjs";
import { writeAtomically } from "./files.mjs";
import { ensureReachable, givenStores } from "./given-stores.mjs";
import { launchAll, launchRest, launchStores } from "./launch.mjs";
import { stopLeftovers } from "./leftovers.mjs";
import { takeLock } from "./lock.mjs";
import { keepPrivate, mendModes } from "./modes.mjs";
import { ensurePasswordKnown } from "./neo4j.mjs";
import { completeOptions, urlOf } from "./options.mjs";
import { placesIn } from "./places.mjs";
import { ensureWebPort, internalPorts } from "./ports.mjs";
import { loadSecrets } from "./secrets.mjs";
import { createSteps } from "./steps.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * @typedef {object} Barker a running instance
 * @property {string} url
 * @property {import("./places.mjs").Places} places
 * @property {Record<string, string>} env what its processes are told, for tests that talk to its stores
 * @property {() => import("./run-file.mjs").RunFile} run
 * @property {() => Promise<void>} startRest starts what is missing where only the stores were asked for
 * @property {() => Promise<void>} afterwards does what only makes the next start faster
 * @property {() => Promise<void>} stop ends all of it, in under 15 s
 */

/**
 * Starts Barker and everything it needs, and keeps it running. What it cannot do it says in a
 * {@link Trouble}, having stopped again whatever it had started.
 *
 * @param {Partial<import("./options.mjs").Options> & { log?: (line: string) => void, signal?: AbortSignal }} [wishes]
 *   `log` gets the progress; `signal` gives up a start that is under way
 * @returns {Promise<Barker>}
 */
export async function startBarker({ log = () => {}, signal: outer, ...given } = {}) {
  const options = completeOptions(given);
  const places = placesIn(options.data);
  const { step, say } = createSteps(log);
  ensureNodeIsNew();
  ensureRoom(places.data);
  keepPrivate(places.data);
  const release = takeLock(places.lock);
  if (!release)
    throw new Trouble(
      `Barker is already running with the data in ${places.data}: stop it first, or choose another folder with BARKER_DATA.`,
    );

  const crew = createCrew({ runFile: places.runFile, say });
  const failing = new AbortController();
  const signal = outer ? AbortSignal.any([failing.signal, outer]) : failing.signal;
  /** @type {Promise<void> | undefined} */
  let stopped;
  const stop = () => {
    failing.abort();
    return (stopped ??= crew.stop().finally(release));
  };

  try {
    const stage = await prepare(options, places);
    const advice = proxyAdvice(stage.app, options);
    if (advice) say(`! ${advice}`);
    /** @type {(() => Promise<void>)[]} */
    const later = [async () => mendModes([places.media])];
    const launch = { ...stage, crew, signal, step, say, later };
    await (options.storesOnly ? launchStores(launch) : launchAll(launch));
    const afterwards = async () => {
      for (const work of later) await work();
    };
    const startRest = () => launchRest(launch);
    return { url: urlOf(options), places, env: stage.app, run: crew.run, startRest, afterwards, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Everything that must be settled before the first process is started.
 *
 * @param {import("./options.mjs").Options} options
 * @param {import("./places.mjs").Places} places
 */
async function prepare(options, places) {
  const given = givenStores(options.env);
  await stopLeftovers(places);
  // Pictures may be many; they are mended when all is up, behind the closed data folder.
  mendModes([places.neo4j, places.redis, places.logs, places.secrets, places.env, places.ports, places.runFile]);
  if (!options.storesOnly) await ensureWebPort(options.port, options.host);
  await ensureReachable(given);
  if (!given.neo4j) ensurePasswordKnown(places);
  const secrets = loadSecrets(places.secrets);
  const ports = await portsFor(places, options);
  const stores = storesEnv({ given, ports, secrets, env: options.env });
  const app = appEnv({ options, stores, ports, secrets, given });
  const { NODE_ENV: _, ...forDevelopers } = app;
  writeAtomically(places.env, envFileText(forDevelopers), 0o600);
  return { options, places, given, secrets, ports, app };
}

/**
 * @param {import("./places.mjs").Places} places
 * @param {import("./options.mjs").Options} options
 */
async function portsFor(places, { sidecars }) {
  const names = Array.from({ length: sidecars }, (_, index) => (index === 0 ? "sidecar" : `sidecar${index + 1}`));
  const found = await internalPorts(places.ports, ["neo4j", "redis", "redisRest", ...names]);
  return {
    neo4j: Number(found["neo4j"]),
    redis: Number(found["redis"]),
    redisRest: Number(found["redisRest"]),
    sidecars: names.map((name) => Number(found[name])),
  };
}

function ensureNodeIsNew() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  throw new Trouble(
    `Barker needs Node 20.9 or newer and this is ${process.version}: install a newer one from https://nodejs.org.`,
  );
}
