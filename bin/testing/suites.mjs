import { rmSync } from "node:fs";
import { join } from "node:path";

import { readJson } from "../launcher/files.mjs";
import { shared } from "../launcher/places.mjs";
import { runTool } from "./tool.mjs";

/**
 * Runs a vitest project and counts its tests.
 *
 * @param {"unit" | "integration" | "faults"} project
 * @param {{ env?: NodeJS.ProcessEnv, filters?: string[], signal: AbortSignal }} how
 *   `filters`: only files whose names hold one of these
 * @returns {Promise<import("./tally.mjs").Tally>}
 */
export async function runVitest(project, { env, filters = [], signal }) {
  const report = freshReport(`vitest-${project}`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runTool("vitest", ["run", "--project", project, ...reporters, ...filters], { env, signal });
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = readJson(report) ?? {};
  return atLeastOneFailure({ passed, failed }, code);
}

/**
 * Runs the browser tests and counts them; one that only passed when tried again counts as passed.
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
  const { expected = 0, flaky = 0, unexpected = 0 } = readJson(report)?.stats ?? {};
  return atLeastOneFailure({ passed: expected + flaky, failed: unexpected }, code);
}

/**
 * A file that cannot even be loaded holds no test that could fail, but it is a failure.
 *
 * @param {import("./tally.mjs").Tally} tally
 * @param {number} code
 */
function atLeastOneFailure({ passed, failed }, code) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** @param {string} name */
function freshReport(name) {
  const file = join(shared, "reports", `${name}.json`);
  rmSync(file, { force: true });
  return file;
}
