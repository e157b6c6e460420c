/**
 * @typedef {object} Outcome what became of one test
 * @property {string} title its file and its name
 * @property {number} ms all its tries together
 * @property {number} tries
 * @property {"passed" | "failed" | "skipped"} state
 */

/** @typedef {{ passed: number, failed: number, tests: Outcome[] }} Tally */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, tests: [] };

/**
 * A single yes or no.
 *
 * @param {boolean} good
 * @returns {Tally}
 */
export function one(good) {
  return good ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((all, { passed }) => all + passed, 0),
    failed: tallies.reduce((all, { failed }) => all + failed, 0),
    tests: tallies.flatMap(({ tests }) => tests),
  };
}

/**
 * The plain line that a test run ends with.
 *
 * @param {Pick<Tally, "passed" | "failed">} tally
 */
export function line({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
