import { rmSync } from "node:fs";
import { join } from "node:path";

import { readJson } from "../launcher/files.mjs";
import { shared } from "../launcher/places.mjs";
import { playwrightOutcomes } from "./playwright-report.mjs";
import { runTool } from "./tool.mjs";

/**
 * Runs a vitest project and counts its tests.
 *
 * @param {"unit" | "integration" | "faults"} project
 * @param {{ env?: NodeJS.ProcessEnv, filters?: string[], quiet?: boolean, signal: AbortSignal }} how
 *   `filters`: run only files whose names contain one of these; `quiet`: print the output only at the end
 * @returns {Promise<import("./tally.mjs").Tally>}
 */
export async function runVitest(project, { env = process.env, filters = [], quiet = false, signal }) {
  const report = freshReport(`vitest-${project}`);
  const { code, output } = await runTool("vitest", ["run", "--project", project, ...filters], {
    env: { ...env, BARKER_TEST_REPORT: report },
    quiet,
    signal,
  });
  if (quiet) console.log(output.trimEnd());
  return tallyOf(readJson(report) ?? [], code);
}

/**
 * Runs the browser tests and counts them; a test that passes on a retry counts as passed.
 *
 * @param {{ env: NodeJS.ProcessEnv, filters?: string[], signal: AbortSignal }} how
 * @returns {Promise<import("./tally.mjs").Tally>}
 */
export async function runPlaywright({ env, filters = [], signal }) {
  const report = freshReport("playwright");
  const { code } = await runTool("@playwright/test", ["test", "--reporter=list,json", ...filters], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    signal,
  });
  return tallyOf(playwrightOutcomes(readJson(report) ?? {}), code);
}

/**
 * @param {import("./tally.mjs").Outcome[]} tests
 * @param {number} code
 * @returns {import("./tally.mjs").Tally}
 */
function tallyOf(tests, code) {
  const count = (/** @type {string} */ state) => tests.filter((test) => test.state === state).length;
  const failed = count("failed");
  // A file that cannot be loaded contributes no failed test, but the run must still fail.
  return { passed: count("passed"), failed: code === 0 ? failed : Math.max(failed, 1), tests };
}

/** @param {string} name */
function freshReport(name) {
  const file = join(shared, "reports", `${name}.json`);
  rmSync(file, { force: true });
  return file;
}
