// npm test: checks, unit tests, then integration, browser and fault tests against a Barker of their own.
// A part's name runs that one alone, and what stands behind it goes to its tool: node bin/test.mjs e2e signup
import { interruptible } from "./launcher/foreground.mjs";
import { ensurePackages } from "./launcher/packages.mjs";
import { describe } from "./launcher/trouble.mjs";
import { runChecks } from "./testing/checks.mjs";
import { ensureChromium } from "./testing/chromium.mjs";
import { environmentOf, startAlone } from "./testing/instance.mjs";
import { runPlaywright, runVitest } from "./testing/suites.mjs";
import { line, nothing, one, sum } from "./testing/tally.mjs";
import { runTool } from "./testing/tool.mjs";

/** @typedef {import("./testing/tally.mjs").Tally} Tally */

const { signal } = interruptible();
const [only, ...filters] = process.argv.slice(2);
const wanted = (/** @type {string} */ part) => only === undefined || only === part;
/** @type {Tally[]} */
const tallies = [];

await attempt("packages", async () => (await ensurePackages(signal), nothing));
if (wanted("checks")) await attempt("checks", () => runChecks(signal));
if (wanted("unit")) await attempt("unit tests", () => runVitest("unit", { filters, signal }));
if (wanted("integration")) await attempt("integration tests", testStores);
if (wanted("e2e") || wanted("faults")) await attempt("a running Barker", testBarker);

const total = sum(tallies);
console.log(`\n${line(total)}`);
process.exit(total.failed === 0 && !signal.aborted ? 0 : 1);

/** Against the stores alone, with a small town: these tests serve the API and start sidecars where they need them. */
async function testStores() {
  const stores = await startAlone("test", { storesOnly: true, env: {}, signal });
  try {
    const env = { ...environmentOf(stores), BARKER_URL: "", BARKER_TOWN_SIZE: "60", BARKER_RATE_LIMITS: "off" };
    await runTool("tsx", ["local/town/fill.ts"], { env, signal });
    return await runVitest("integration", { env, filters, signal });
  } finally {
    await stores.stop();
  }
}

/** Against everything, with a small demo town. */
async function testBarker() {
  const chromium = wanted("e2e") ? await ensureChromium(signal) : "";
  const barker = await startAlone("test", { env: { BARKER_TOWN_SIZE: "60" }, signal });
  const env = { ...environmentOf(barker), ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
  try {
    if (wanted("e2e")) await attempt("browser tests", () => runPlaywright({ env, filters, signal }));
    // Last, since these kill what the others need.
    if (wanted("faults")) await attempt("faults", () => runVitest("faults", { env, filters, signal }));
  } finally {
    await barker.stop();
  }
  return nothing;
}

/**
 * Runs a part and counts it. What cannot even be run is one failure, and does not keep the rest from being tested.
 *
 * @param {string} title
 * @param {() => Promise<Tally>} run
 */
async function attempt(title, run) {
  console.log(`\n— ${title}`);
  try {
    signal.throwIfAborted();
    tallies.push(await run());
  } catch (error) {
    console.error(`✗ ${title}: ${describe(error)}`);
    tallies.push(one(false));
  }
}
