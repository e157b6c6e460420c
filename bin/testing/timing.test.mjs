import { expect, test } from "vitest";

import { playwrightOutcomes } from "./playwright-report.mjs";
import { emptyTally } from "./tally.mjs";
import { partReport, runReport } from "./timing.mjs";

/** @param {string} title @param {Partial<import("./tally.mjs").Outcome>} [more] */
const outcome = (title, more) => ({ title, ms: 1_000, tries: 1, state: /** @type {const} */ ("passed"), ...more });

test("a part's report contains its result, its time beside its budget, and its ten slowest tests", () => {
  const tests = Array.from({ length: 12 }, (_, nth) => outcome(`test ${nth}`, { ms: nth * 1_000 }));
  const lines = partReport({ title: "unit tests", ms: 61_400, budget: 120, tally: { passed: 12, failed: 0, tests } });
  expect(lines.split("\n").slice(0, 3)).toEqual([
    "✓ unit tests: 12 passed, 0 failed, in 1 min 1 s of 2 min",
    "  The 10 slowest tests:",
    "     11.0 s  test 11",
  ]);
  expect(lines).not.toContain("test 1\n");
});

test("the run's report lists skipped tests, tests that passed on a retry, and parts over their budget", () => {
  const tests = [outcome("fickle", { tries: 2 }), outcome("left out", { state: "skipped" }), outcome("steady")];
  const broken = outcome("broken", { tries: 3, state: "failed" });
  const parts = [
    { title: "browser tests", ms: 70_000, budget: 60, tally: { passed: 2, failed: 1, tests: [...tests, broken] } },
    { title: "checks", ms: 9_000, budget: 60, tally: emptyTally },
  ];
  expect(runReport(parts, 75_000).split("\n")).toEqual([
    "Time: 1 min 15 s",
    "  browser tests        1 min 10 s (budget 1 min, over it)",
    "  checks               9 s (budget 1 min)",
    "Passed only when tried again, each a defect to explain: 1",
    "  fickle (2 tries)",
    "Skipped: 1",
    "  left out",
  ]);
});

test("playwrightOutcomes returns one outcome per test and project, with the time of all tries", () => {
  const results = [{ duration: 400 }, { duration: 200 }];
  const tests = [
    { projectName: "phone", status: "flaky", results },
    { projectName: "desktop", status: "unexpected", results: results.slice(1) },
    { projectName: "desktop", status: "skipped", results: [] },
  ];
  const inner = { file: "bark.spec.ts", specs: [{ title: "a like is kept", tests }] };
  expect(playwrightOutcomes({ suites: [{ file: "bark.spec.ts", suites: [inner] }] })).toEqual([
    { title: "bark.spec.ts › a like is kept (phone)", ms: 600, tries: 2, state: "passed" },
    { title: "bark.spec.ts › a like is kept (desktop)", ms: 200, tries: 1, state: "failed" },
    { title: "bark.spec.ts › a like is kept (desktop)", ms: 0, tries: 1, state: "skipped" },
  ]);
});
