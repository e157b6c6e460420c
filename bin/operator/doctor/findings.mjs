/**
 * @typedef {object} Finding something that was checked
 * @property {"right" | "unsure" | "wrong"} state `unsure`: it works, but should be looked at
 * @property {string} what in one sentence
 * @property {string} [advice] what to do about it
 */

/** @param {string} what @returns {Finding} */
export const right = (what) => ({ state: "right", what });

/** @param {string} what @param {string} advice @returns {Finding} */
export const unsure = (what, advice) => ({ state: "unsure", what, advice });

/** @param {string} what @param {string} advice @returns {Finding} */
export const wrong = (what, advice) => ({ state: "wrong", what, advice });

const marks = { right: "✓", unsure: "!", wrong: "✗" };

/**
 * Formats findings for a terminal, and ends with what they come to.
 *
 * @param {Finding[]} findings
 */
export function report(findings) {
  const lines = findings.map(({ state, what, advice }) => `${marks[state]} ${what}${advice ? `\n    ${advice}` : ""}`);
  const count = (/** @type {Finding["state"]} */ state) => findings.filter((finding) => finding.state === state).length;
  return [...lines, "", summary(count("wrong"), count("unsure"))].join("\n");
}

/**
 * @param {number} faults
 * @param {number} doubts
 */
function summary(faults, doubts) {
  const things = (/** @type {number} */ number) => (number === 1 ? "One thing" : `${number} things`);
  const verb = (/** @type {number} */ number) => (number === 1 ? "is" : "are");
  if (faults > 0) return `${things(faults)} ${verb(faults)} wrong.`;
  return doubts > 0 ? `Nothing is wrong. ${things(doubts)} should be looked at.` : "Everything is right.";
}
