import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

import { killGroup } from "./command.mjs";
import { until } from "./health.mjs";
import { lastLines, sizeOf } from "./logs.mjs";
import { root } from "./places.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * @typedef {object} Recipe how to start one process
 * @property {string} name as in run.json and in the log's name
 * @property {string} title as in sentences
 * @property {number} [port]
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} log
 * @property {() => Promise<boolean>} isReady
 * @property {number} patience ms until it must be ready
 * @property {boolean} [inTerminal] show its output here instead of in the log, while developing
 *
 * @typedef {object} Supervised
 * @property {string} name
 * @property {number | undefined} port
 * @property {() => number | undefined} pid of the process that runs now
 * @property {Promise<void>} ready fulfilled when it was healthy for the first time
 * @property {(graceMs: number) => Promise<void>} stop for good
 */

const calmMs = 30_000;
const longestPauseMs = 4_000;

/**
 * Keeps one process running: what dies is started again, at first at once, then with growing pauses
 * (at most 4 s, so that ten seconds are never passed). A first start that fails is not repeated.
 *
 * @param {Recipe} recipe
 * @param {(event: "started" | "died") => void} onChange told after each start and each death
 * @returns {Supervised}
 */
export function supervise(recipe, onChange) {
  const ending = new AbortController();
  const before = sizeOf(recipe.log);
  let wasReady = false;
  let deaths = 0;
  /** @type {import("node:child_process").ChildProcess} */
  let child;
  /** @type {NodeJS.Timeout | undefined} */
  let pause;
  /** @type {(error: Error) => void} */
  let fail = () => {};

  const begin = () => {
    const began = Date.now();
    child = launch(recipe);
    child.on("error", (cause) => fail(new Trouble(`${recipe.title} could not be started.`, { cause })));
    child.on("exit", (code, signal) => {
      // What it started itself would keep its port.
      killGroup(child.pid, "SIGKILL");
      if (ending.signal.aborted) return;
      if (!wasReady) return fail(didNotStart(recipe, before, `it ended with ${signal ?? `code ${code}`}`));
      deaths = Date.now() - began > calmMs ? 0 : deaths + 1;
      onChange("died");
      pause = setTimeout(begin, Math.min(100 * 3 ** deaths, longestPauseMs));
    });
    onChange("started");
  };

  const ready = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    fail = reject;
    const late = setTimeout(
      () => reject(didNotStart(recipe, before, `no answer in ${recipe.patience / 1000} s`)),
      recipe.patience,
    );
    const over = () => clearTimeout(late);
    until(recipe.isReady, ending.signal)
      .then(() => ((wasReady = true), resolve()), reject)
      .finally(over);
  });
  ready.catch(() => ending.abort());
  begin();

  return {
    name: recipe.name,
    port: recipe.port,
    pid: () => (child.exitCode === null && child.signalCode === null ? child.pid : undefined),
    ready,
    async stop(graceMs) {
      ending.abort();
      clearTimeout(pause);
      await stopChild(child, graceMs);
    },
  };
}

/** @param {Recipe} recipe */
function launch({ command, args, env, log, inTerminal }) {
  const output = openSync(log, "a", 0o600);
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = inTerminal ? ["ignore", "inherit", "inherit"] : ["ignore", output, output];
  // A group of its own: Ctrl-C in a terminal reaches the launcher alone, which then stops things in order.
  const child = spawn(command, args, { cwd: root, env, stdio, detached: true });
  closeSync(output);
  return child;
}

/**
 * @param {Recipe} recipe
 * @param {number} before
 * @param {string} why
 */
function didNotStart({ title, log }, before, why) {
  return new Trouble(`${title} did not start (${why}); its log is ${log}.`, { detail: lastLines(log, before) });
}

/**
 * Asks a process to end, and ends it when it has not done so in time.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} graceMs
 */
async function stopChild(child, graceMs) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  killGroup(child.pid, "SIGTERM");
  const force = setTimeout(() => killGroup(child.pid, "SIGKILL"), graceMs);
  await gone;
  clearTimeout(force);
}
