import { runTool } from "./tool.mjs";
import { one, sum } from "./tally.mjs";

/** Static checks; each takes seconds. */
const checks = [
  { title: "format", tool: "oxfmt", args: ["--check"] },
  { title: "lint", tool: "oxlint", args: ["--type-aware", "--deny-warnings"] },
  { title: "types", tool: "typescript", args: ["--noEmit"] },
  { title: "types of bin/", tool: "typescript", args: ["-p", "bin"] },
  { title: "types of the service worker", tool: "typescript", args: ["-p", "app/_worker"] },
  { title: "types of the worker of messages", tool: "typescript", args: ["-p", "app/_messages"] },
  { title: "dead code", tool: "knip", args: ["--no-progress"] },
];

/**
 * Runs all checks, two at a time, and prints the output of those that fail.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<import("./tally.mjs").Tally>} each check counts as one test
 */
export async function runChecks(signal) {
  const waiting = [...checks];
  /** @type {import("./tally.mjs").Tally[]} */
  const results = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await runCheck(check, signal));
  };
  await Promise.all([work(), work()]);
  return sum(results);
}

/**
 * @param {typeof checks[number]} check
 * @param {AbortSignal} signal
 */
async function runCheck({ title, tool, args }, signal) {
  const { code, output } = await runTool(tool, args, { quiet: true, signal });
  console.log(code === 0 ? `✓ ${title}` : `✗ ${title}\n${output.trimEnd()}\n`);
  return one(code === 0);
}
