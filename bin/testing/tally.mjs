/** @typedef {{ passed: number, failed: number }} Tally */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0 };

/**
 * A single yes or no.
 *
 * @param {boolean} good
 * @returns {Tally}
 */
export function one(good) {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), nothing);
}

/**
 * The plain line that a test run ends with.
 *
 * @param {Tally} tally
 */
export function line({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
