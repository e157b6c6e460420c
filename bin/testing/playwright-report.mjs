/**
 * @typedef {object} Suite the part of Playwright's JSON report that is read here
 * @property {string} file
 * @property {Suite[]} [suites]
 * @property {{ title: string, tests: { projectName: string, status: string, results: { duration: number }[] }[] }[]} [specs]
 */

/**
 * Reads the outcome of each browser test, once for each Playwright project (window size).
 *
 * @param {{ suites?: Suite[] }} report
 * @returns {import("./tally.mjs").Outcome[]}
 */
export function playwrightOutcomes({ suites = [] }) {
  return suites.flatMap((suite) => [
    ...playwrightOutcomes(suite),
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests.map(({ projectName, status, results }) => ({
        title: `${suite.file} › ${title} (${projectName})`,
        ms: results.reduce((all, { duration }) => all + duration, 0),
        tries: Math.max(results.length, 1),
        state: stateOf(status),
      })),
    ),
  ]);
}

/**
 * @param {string} status
 * @returns {import("./tally.mjs").Outcome["state"]}
 */
function stateOf(status) {
  if (status === "skipped") return "skipped";
  return status === "unexpected" ? "failed" : "passed";
}
