import { bridgeRecipe, isBundled, reachable, sidecarRecipe, townRecipe, webRecipe } from "./apps.mjs";
import { ensureStoreBundles, ensureBundles, ensurePages } from "./build.mjs";
import { makeClassArchive } from "./class-archive.mjs";
import { ensureNeo4j, ensureRedis } from "./engines.mjs";
import { answersHttp, until } from "./health.mjs";
import { neo4jRecipe, prepareNeo4j } from "./neo4j.mjs";
import { applySchema, fillTown } from "./one-shots.mjs";
import { ensurePackages } from "./packages.mjs";
import { prepareRedis, redisRecipe } from "./redis.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * @typedef {import("./apps.mjs").Stage & {
 *   given: import("./given-stores.mjs").GivenStores, crew: import("./crew.mjs").Crew,
 *   signal: AbortSignal, step: import("./steps.mjs").Steps["step"], say: (line: string) => void,
 *   later: (() => Promise<void>)[] }} Launch
 *   `later` collects what only makes the next start faster
 */

/**
 * Brings up the stores and the bridge, each as soon as what it needs is there.
 *
 * @param {Launch} launch
 * @param {Promise<void>} bundles
 */
export function startStores(launch, bundles) {
  const { given, crew } = launch;
  const neo4j = given.neo4j ? Promise.resolve() : startNeo4j(launch);
  const redis = given.redisUrl ? Promise.resolve() : startRedis(launch);
  const bridge = given.rest
    ? Promise.resolve()
    : Promise.all([redis, bundles]).then(() => crew.start(bridgeRecipe(launch)));
  return { neo4j, redis, bridge };
}

/**
 * Only the stores with their schema, for working on the code.
 *
 * @param {Launch} launch
 */
export async function launchStores(launch) {
  const bundles = installPackages(launch).then(() => ensureStoreBundles(launch.signal));
  const { neo4j, redis, bridge } = startStores(launch, bundles);
  const schema = Promise.all([neo4j, bundles]).then(() => applySchema(launch));
  await Promise.all([schema, redis, bridge]);
}

/**
 * Everything. What does not wait for anything else happens side by side.
 *
 * @param {Launch} launch
 */
export async function launchAll(launch) {
  const { bundles, pages } = launch.options.built ? nothingToBuild : build(launch);
  const { neo4j, redis, bridge } = startStores(launch, bundles);
  const schema = Promise.all([neo4j, bundles]).then(() => applySchema(launch));
  await launchApps(launch, { bundles, pages, redis, stores: Promise.all([schema, redis, bridge]) });
}

/**
 * The rest of an instance of which only the stores run.
 *
 * @param {Launch} launch
 */
export async function launchRest(launch) {
  await launchApps(launch, { ...build(launch), redis: Promise.resolve(), stores: Promise.resolve() });
}

/**
 * What runs on the stores, each process as soon as what it needs is there.
 *
 * @param {Launch} launch
 * @param {Record<"bundles" | "pages" | "redis" | "stores", Promise<unknown>>} needs
 */
async function launchApps(launch, { bundles, pages, redis, stores }) {
  const { crew, options } = launch;
  const town = stores.then(() => fillTown(launch));
  // Both are healthy without Neo4j, so they boot while it still does.
  const sidecar = Promise.all([redis, bundles]).then(() => startSidecars(launch));
  const web = Promise.all([pages, bundles, redis]).then(() => startIfWritten(launch, "web", webRecipe));
  await Promise.all([stores, town, sidecar, web]);
  await becomeReady(launch);
  if (!options.empty && !options.quiet && isBundled("town-live")) await crew.start(townRecipe(launch));
}

const nothingToBuild = { bundles: Promise.resolve(), pages: Promise.resolve() };

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
  const { crew, places, ports, secrets, signal, step } = launch;
  const plan = { ...(await ensureNeo4j(launch)), places, port: ports.neo4j, password: secrets.neo4jPassword };
  await step("Starting Neo4j", async () => {
    await prepareNeo4j({ ...plan, signal });
    signal.throwIfAborted();
    await crew.start(neo4jRecipe(plan));
    launch.later.push(() => makeClassArchive({ ...plan, signal }));
  });
}

/** @param {Launch} launch */
async function startRedis(launch) {
  const { crew, places, ports, secrets, signal, step } = launch;
  const plan = { places, port: ports.redis, password: secrets.redisPassword, binary: await ensureRedis(launch) };
  await step("Starting Redis", async () => {
    prepareRedis(plan);
    signal.throwIfAborted();
    await crew.start(redisRecipe(plan));
  });
}

/**
 * @param {Launch} launch
 * @param {string} bundle
 * @param {(launch: Launch) => import("./supervise.mjs").Recipe} recipe
 */
async function startIfWritten(launch, bundle, recipe) {
  if (!isBundled(bundle)) return;
  launch.signal.throwIfAborted();
  const made = recipe(launch);
  await launch.step(`Starting ${made.title.toLowerCase()}`, () => launch.crew.start(made));
}

/** @param {Launch} launch */
async function startSidecars(launch) {
  const { sidecars } = launch.ports;
  await Promise.all(sidecars.map((_, nth) => startIfWritten(launch, "sidecar", () => sidecarRecipe(launch, nth))));
}

/**
 * Waits until the web process reaches its stores.
 *
 * @param {Launch} launch
 */
async function becomeReady({ options, signal }) {
  if (!isBundled("web")) return;
  const patience = AbortSignal.any([signal, AbortSignal.timeout(60_000)]);
  try {
    await until(() => answersHttp(`${reachable(options)}/ready`), patience);
  } catch (cause) {
    throw new Trouble("Barker runs but does not reach its stores: its logs say why.", { cause });
  }
}
