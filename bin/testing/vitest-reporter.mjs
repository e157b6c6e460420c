import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes the outcome of every test, with its number of tries, to the file that BARKER_TEST_REPORT names. */
export default class Report {
  /** @param {readonly import("vitest/node").TestModule[]} modules */
  onTestRunEnd(modules) {
    const file = process.env.BARKER_TEST_REPORT;
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(modules.flatMap((module) => [...module.children.allTests()].map(outcomeOf))));
  }
}

/**
 * @param {import("vitest/node").TestCase} test
 * @returns {import("./tally.mjs").Outcome}
 */
function outcomeOf(test) {
  const { state } = test.result();
  const { duration = 0, retryCount = 0 } = test.diagnostic() ?? {};
  return {
    title: `${test.module.relativeModuleId} › ${test.fullName}`,
    ms: duration,
    tries: retryCount + 1,
    // Tests stay pending when a run is interrupted.
    state: state === "pending" ? "skipped" : state,
  };
}
