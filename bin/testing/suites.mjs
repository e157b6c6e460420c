import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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
  const { code, output } = await withTemporaryFolder((TMPDIR) =>
    runTool("vitest", ["run", "--project", project, ...filters], {
      env: { ...env, TMPDIR, BARKER_TEST_REPORT: report },
      quiet,
      signal,
    }),
  );
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
  const { code } = await withTemporaryFolder((TMPDIR) =>
    runTool("@playwright/test", ["test", "--reporter=list,json", ...filters], {
      env: { ...env, TMPDIR, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      signal,
    }),
  );
  return tallyOf(playwrightOutcomes(readJson(report) ?? {}), code);
}

/**
 * Gives tests a folder for temporary files, and removes it when they end, with all that they left there.
 *
 * @template T
 * @param {(folder: string) => Promise<T>} run
 * @returns {Promise<T>}
 */
async function withTemporaryFolder(run) {
  const folder = mkdtempSync(join(tmpdir(), "barker-tests-"));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
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
