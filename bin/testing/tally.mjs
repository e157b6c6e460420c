/**
 * @typedef {object} Outcome the outcome of one test
 * @property {string} title its file and its name
 * @property {number} ms duration of all tries
 * @property {number} tries
 * @property {"passed" | "failed" | "skipped"} state
 */

/** @typedef {{ passed: number, failed: number, tests: Outcome[] }} Tally */

/** @type {Tally} */
export const emptyTally = { passed: 0, failed: 0, tests: [] };

/**
 * The tally of a single check.
 *
 * @param {boolean} good
 * @returns {Tally}
 */
export function one(good) {
  return good ? { ...emptyTally, passed: 1 } : { ...emptyTally, failed: 1 };
}

/**
 * Adds up tallies.
 *
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
 * The last line of a test run.
 *
 * @param {Pick<Tally, "passed" | "failed">} tally
 */
export function line({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
