import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes what became of every test, and how many tries it took, to the file that BARKER_TEST_REPORT names. */
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
    // A run that was broken off leaves tests that never ended.
    state: state === "pending" ? "skipped" : state,
  };
}
