import { isBundled, reachable, sidecarSpec, townSpec, webSpec, witnessSpec } from "./apps.mjs";
import { ensureStoreBundles, ensureBundles, ensurePages } from "./build.mjs";
import { makeClassArchive } from "./class-archive.mjs";
import { ensureNeo4j, ensureRedis } from "./platform.mjs";
import { answersHttp, until } from "./health.mjs";
import { neo4jSpec, prepareNeo4j } from "./neo4j.mjs";
import { applySchema, warmUp } from "./setup-tasks.mjs";
import { ensurePackages } from "./packages.mjs";
import { ensureWebPort } from "./ports.mjs";
import { prepareRedis, redisSpec } from "./redis.mjs";
import { settleTown } from "./town.mjs";
import { UserError } from "./user-error.mjs";

/**
 * @typedef {import("./apps.mjs").LaunchContext & {
 *   external: import("./external-stores.mjs").ExternalStores, processes: import("./processes.mjs").Processes,
 *   signal: AbortSignal, step: import("./steps.mjs").Steps["step"], say: (line: string) => void,
 *   town: import("./town.mjs").Town | null, deferred: (() => Promise<void>)[] }} Launch
 *   `town`: null until the database has said whose it is; `deferred` collects work that need not delay the start
 */

/**
 * Starts the stores that are not external.
 *
 * @param {Launch} launch
 */
export function startStores(launch) {
  const { external } = launch;
  const neo4j = external.neo4j ? Promise.resolve() : startNeo4j(launch);
  const redis = external.redisUrl ? Promise.resolve() : startRedis(launch);
  return { neo4j, redis };
}

/**
 * Starts only the stores and applies the schema, for development; or leaves the database as it is, for a restore.
 *
 * @param {Launch} launch
 */
export async function launchStores(launch) {
  const { built, bare } = launch.options;
  const bundles =
    built || bare ? alreadyBuilt.bundles : installPackages(launch).then(() => ensureStoreBundles(launch.signal));
  const { neo4j, redis } = startStores(launch);
  const schema = Promise.all([neo4j, bundles]).then(() => (bare ? undefined : applySchema(launch)));
  await Promise.all([schema, redis]);
}

/**
 * Starts everything, in parallel where possible.
 *
 * @param {Launch} launch
 */
export async function launchAll(launch) {
  const { bundles, pages } = launch.options.built ? alreadyBuilt : build(launch);
  const { neo4j, redis } = startStores(launch);
  const schema = Promise.all([neo4j, bundles]).then(() => applySchema(launch));
  await launchApps(launch, { bundles, pages, redis, stores: Promise.all([schema, redis]) });
}

/**
 * Starts the other processes of an instance whose stores run.
 *
 * @param {Launch} launch
 */
export async function launchRest(launch) {
  await launchApps(launch, { ...build(launch), redis: Promise.resolve(), stores: Promise.resolve() });
}

/**
 * Starts the processes that use the stores, each as soon as its dependencies are there.
 *
 * @param {Launch} launch
 * @param {Record<"bundles" | "pages" | "redis" | "stores", Promise<unknown>>} needs
 */
async function launchApps(launch, { bundles, pages, redis, stores }) {
  const { processes, options, external } = launch;
  const town = stores.then(() => settleTown(launch));
  // Whether visitors may sign in without a password follows from it.
  const known = launch.town || external.neo4j ? Promise.resolve() : town;
  // A worker asks for what is due all the time, and each index that is created would have Neo4j plan that anew.
  const sidecar = Promise.all([stores, bundles, known]).then(() => startSidecars(launch));
  // Becomes healthy without Neo4j, so it starts at the same time.
  const web = Promise.all([pages, bundles, redis, known]).then(() => startWeb(launch));
  // Others may be named instead; then none runs here.
  const witness = options.env.BARKER_WITNESSES
    ? null
    : bundles.then(() => startIfWritten(launch, "witness", witnessSpec));
  const apps = Promise.all([sidecar, web, witness]);
  await Promise.all([town.then(() => warmUp(launch, apps)), apps]);
  await becomeReady(launch);
  if (launch.town === "demo" && !options.empty && !options.quiet && isBundled("town-live"))
    await processes.start(townSpec(launch));
}

const alreadyBuilt = { bundles: Promise.resolve(), pages: Promise.resolve() };

/** @param {Launch} launch */
function build(launch) {
  const { options, signal, step } = launch;
  const bundles = installPackages(launch).then(() => step("Bundling the processes", () => ensureBundles(signal)));
  const pages = options.dev ? bundles : bundles.then(() => step("Building the pages", () => ensurePages(signal)));
  return { bundles, pages };
}

/** @param {Launch} launch */
function installPackages({ step, signal }) {
  return step("Installing packages", () => ensurePackages(signal));
}

/** @param {Launch} launch */
async function startNeo4j(launch) {
  const { processes, places, ports, secrets, signal, step } = launch;
  const plan = { ...(await ensureNeo4j(launch)), places, port: ports.neo4j, password: secrets.neo4jPassword };
  await step("Starting Neo4j", async () => {
    await prepareNeo4j({ ...plan, signal });
    signal.throwIfAborted();
    await processes.start(neo4jSpec(plan));
    launch.deferred.push(() => makeClassArchive({ ...plan, signal }));
  });
}

/** @param {Launch} launch */
async function startRedis(launch) {
  const { processes, places, ports, secrets, signal, step } = launch;
  const plan = { places, port: ports.redis, password: secrets.redisPassword, binary: await ensureRedis(launch) };
  await step("Starting Redis", async () => {
    prepareRedis(plan);
    signal.throwIfAborted();
    await processes.start(redisSpec(plan));
  });
}

/**
 * @param {Launch} launch
 * @param {string} bundle
 * @param {(launch: Launch) => import("./supervise.mjs").ProcessSpec} spec
 */
async function startIfWritten(launch, bundle, spec) {
  if (!isBundled(bundle)) return;
  launch.signal.throwIfAborted();
  const made = spec(launch);
  await launch.step(`Starting ${made.title.toLowerCase()}`, () => launch.processes.start(made));
}

/** @param {Launch} launch */
async function startWeb(launch) {
  const { port, host } = launch.options;
  try {
    await startIfWritten(launch, "web", webSpec);
  } catch (error) {
    // Its port was free when the launch began; if it is taken since, that is the reason.
    await ensureWebPort(port, host);
    throw error;
  }
}

/** @param {Launch} launch */
async function startSidecars(launch) {
  const { sidecars } = launch.ports;
  await Promise.all(sidecars.map((_, nth) => startIfWritten(launch, "sidecar", () => sidecarSpec(launch, nth))));
}

/**
 * Waits until the web process reaches its stores.
 *
 * @param {Launch} launch
 */
async function becomeReady({ options, signal }) {
  if (!isBundled("web")) return;
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(60_000)]);
  try {
    await until(() => answersHttp(`${reachable(options)}/ready`), timeout);
  } catch (cause) {
    throw new UserError("Barker runs but does not reach its stores: its logs say why.", { cause });
  }
}
