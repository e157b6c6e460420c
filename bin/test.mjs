// npm test: checks, unit tests, then integration, browser and fault tests, all on one separate Barker.
// The name of a part runs only that part; further arguments filter its files: node bin/test.mjs e2e join
// npm run test:full (--full) also runs the tests that take too long for every change.
import { ensureBundles, ensurePages } from "./launcher/build.mjs";
import { interruptible } from "./launcher/foreground.mjs";
import { ensurePackages } from "./launcher/packages.mjs";
import { createSteps } from "./launcher/steps.mjs";
import { describe, UserError } from "./launcher/user-error.mjs";
import { runChecks } from "./testing/checks.mjs";
import { ensureChromium } from "./testing/chromium.mjs";
import { emptyStores } from "./testing/empty.mjs";
import { environmentOf, startAlone } from "./testing/instance.mjs";
import { runPlaywright, runVitest } from "./testing/suites.mjs";
import { line, emptyTally, one, sum } from "./testing/tally.mjs";
import { partReport, runReport } from "./testing/timing.mjs";
import { runTool } from "./testing/tool.mjs";

/** @typedef {import("./testing/tally.mjs").Tally} Tally */

const { signal } = interruptible();
const isFull = process.argv.includes("--full");
const [only, ...filters] = process.argv.slice(2).filter((word) => word !== "--full");
if (isFull) process.env.BARKER_TESTS = "full";

const titles = {
  packages: "packages",
  checks: "checks",
  unit: "unit tests",
  setUp: "build and stores",
  integration: "integration tests",
  launch: "Barker itself",
  e2e: "browser tests",
  faults: "fault tests",
};
/** @typedef {keyof typeof titles} Name of a part */

/** The time budget of each part on two cores, in seconds. @type {Record<Name, number>} */
const budgets = isFull
  ? { packages: 120, checks: 60, unit: 120, setUp: 180, integration: 480, launch: 30, e2e: 1_200, faults: 900 }
  : { packages: 120, checks: 60, unit: 120, setUp: 150, integration: 210, launch: 30, e2e: 360, faults: 240 };

const choices = ["checks", "unit", "integration", "e2e", "faults"];
if (only !== undefined && !choices.includes(only)) {
  console.error(`There is no part "${only}": choose one of ${choices.join(", ")}, or none for all.`);
  process.exit(1);
}
const wanted = (/** @type {Name} */ part) => only === undefined || only === part;
const needsApps = wanted("e2e") || wanted("faults");
const needsStores = needsApps || wanted("integration");
const { step } = createSteps(console.log);
/** What all processes of the tests are started with: a small town, and patience with stores on a busy machine. */
const testEnv = { BARKER_TOWN_SIZE: "60", BARKER_STORE_SECONDS: "20" };
const began = Date.now();
/** @type {import("./testing/timing.mjs").Part[]} */
const parts = [];
/** @type {import("./launcher/index.mjs").Barker | undefined} */
let barker;
let isWhole = false;
let chromium = "";

try {
  await attempt("packages", async () => (await ensurePackages(signal), emptyTally));
  await Promise.all([testSources(), needsStores && attempt("setUp", setUp)]);
  if (wanted("integration")) await attempt("integration", testStores);
  if (needsApps) await attempt("launch", launchApps);
  if (wanted("e2e")) await attempt("e2e", () => runPlaywright({ env: wholeEnvironment(), filters, signal }));
  // Last, because these tests kill processes that the others need.
  if (wanted("faults"))
    await attempt("faults", () => runVitest("faults", { env: wholeEnvironment(), filters, signal }));
} finally {
  await barker?.stop();
}
const total = sum(parts.map(({ tally }) => tally));
console.log(`\n${runReport(parts, Date.now() - began)}\n\n${line(total)}`);
process.exit(total.failed === 0 && !signal.aborted ? 0 : 1);

/** Runs the parts that need neither a build nor a store. Their output is buffered, because set-up prints at the same time. */
async function testSources() {
  if (wanted("checks")) await attempt("checks", () => runChecks(signal));
  if (wanted("unit")) await attempt("unit", () => runVitest("unit", { filters, quiet: needsStores, signal }));
}

/** Prepares what the requested tests need, in parallel where possible. */
async function setUp() {
  // First, because the stores must not be started from bundles that are being replaced.
  if (needsApps) await step("Bundling the processes", () => ensureBundles(signal));
  const work = [startStores()];
  if (needsApps) work.push(step("Building the pages", () => ensurePages(signal)));
  if (wanted("e2e")) work.push(findChromium());
  for (const done of await Promise.allSettled(work)) if (done.status === "rejected") throw done.reason;
  return emptyTally;
}

async function startStores() {
  barker = await startAlone("test", { storesOnly: true, env: testEnv, signal });
}

async function findChromium() {
  chromium = await ensureChromium(signal);
}

/** Runs the integration tests on the stores and a small town. These tests start their own API and sidecars. */
async function testStores() {
  const env = { ...environment(), ...testEnv, BARKER_URL: "", BARKER_RATE_LIMITS: "off" };
  await runTool("tsx", ["local/town/fill.ts"], { env, signal });
  return runVitest("integration", { env, filters, signal });
}

/** Starts the remaining processes, with a small demo town and without data of the integration tests. */
async function launchApps() {
  if (wanted("integration")) await emptyStores(running());
  await running().startRest();
  isWhole = true;
  return emptyTally;
}

/** The environment of tests that use the stores. */
function environment() {
  return { ...environmentOf(running()), ...(chromium && { CHROMIUM_PATH: chromium }) };
}

/** The environment of tests that use all processes. */
function wholeEnvironment() {
  if (!isWhole) throw new UserError("Not run, since Barker did not start.");
  return environment();
}

function running() {
  if (!barker) throw new UserError("Not run, since the stores did not start.");
  return barker;
}

/**
 * Runs a part and records its result. A part that cannot be started counts as one failure; the others still run.
 *
 * @param {Name} name
 * @param {() => Promise<Tally>} run
 */
async function attempt(name, run) {
  const title = titles[name];
  const begun = Date.now();
  let tally = one(false);
  try {
    signal.throwIfAborted();
    tally = await run();
  } catch (error) {
    console.error(`✗ ${title}: ${describe(error)}`);
  }
  const part = { title, ms: Date.now() - begun, budget: budgets[name], tally };
  parts.push(part);
  console.log(`\n${partReport(part)}\n`);
}
