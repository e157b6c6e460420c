import { line } from "./tally.mjs";

/** @typedef {{ title: string, ms: number, budget: number, tally: import("./tally.mjs").Tally }} Part with its budget in seconds */

const SLOWEST = 10;

/**
 * The report of one part: its result, its time beside its budget, and its slowest tests.
 *
 * @param {Part} part
 */
export function partReport({ title, ms, budget, tally }) {
  const slowest = tally.tests.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  return [
    `${tally.failed === 0 ? "✓" : "✗"} ${title}: ${line(tally)}, in ${spoken(ms)} of ${spoken(budget * 1_000)}`,
    ...(slowest.length > 1 ? [`  The ${slowest.length} slowest tests:`] : []),
    ...(slowest.length > 1
      ? slowest.map((test) => `  ${(test.ms / 1_000).toFixed(1).padStart(7)} s  ${test.title}`)
      : []),
  ].join("\n");
}

/**
 * The report of the whole run: the time of each part, and each test that was skipped or passed on a retry.
 *
 * @param {Part[]} parts
 * @param {number} ms wall-clock time of the run: some parts run in parallel
 */
export function runReport(parts, ms) {
  const tests = parts.flatMap((part) => part.tally.tests);
  const again = tests.filter(({ state, tries }) => state === "passed" && tries > 1);
  const skipped = tests.filter(({ state }) => state === "skipped");
  return [
    `Time: ${spoken(ms)}`,
    ...parts.map((part) => {
      const over = part.ms > part.budget * 1_000 ? ", over it" : "";
      return `  ${part.title.padEnd(20)} ${spoken(part.ms)} (budget ${spoken(part.budget * 1_000)}${over})`;
    }),
    ...named(`Passed only when tried again, each a defect to explain: ${again.length}`, again),
    ...named(`Skipped: ${skipped.length}`, skipped),
  ].join("\n");
}

/**
 * @param {string} heading
 * @param {import("./tally.mjs").Outcome[]} tests
 */
function named(heading, tests) {
  return [heading, ...tests.map(({ title, tries }) => `  ${title}${tries > 1 ? ` (${tries} tries)` : ""}`)];
}

/** @param {number} ms */
function spoken(ms) {
  const seconds = Math.round(ms / 1_000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
