import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

import { killGroup } from "./command.mjs";
import { until } from "./health.mjs";
import { lastLines, sizeOf } from "./logs.mjs";
import { root } from "./places.mjs";
import { UserError } from "./user-error.mjs";

/**
 * @typedef {object} ProcessSpec how to start one process
 * @property {string} name as in run.json
 * @property {string} title as in messages
 * @property {number} [port]
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} log
 * @property {() => Promise<boolean>} isReady
 * @property {number} readyTimeoutMs ms until it must be ready
 * @property {boolean} [inTerminal] print its output instead of logging it, for development
 *
 * @typedef {object} Supervised
 * @property {string} name
 * @property {number | undefined} port
 * @property {() => number | undefined} pid of the running process
 * @property {Promise<void>} ready resolves when it is healthy for the first time
 * @property {(graceMs: number) => Promise<void>} stop stops it and does not restart it
 */

const calmMs = 30_000;
const longestPauseMs = 4_000;

/**
 * Keeps one process running: restarts it when it dies, with pauses that grow up to 4 s. A first start that fails is
 * not repeated.
 *
 * @param {ProcessSpec} spec
 * @param {(event: "started" | "died") => void} onChange called after each start and each death
 * @returns {Supervised}
 */
export function supervise(spec, onChange) {
  const ending = new AbortController();
  const before = sizeOf(spec.log);
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
    child = launch(spec);
    child.on("error", (cause) => fail(new UserError(`${spec.title} could not be started.`, { cause })));
    child.on("exit", (code, signal) => {
      // Its children would keep its port.
      killGroup(child.pid, "SIGKILL");
      if (ending.signal.aborted) return;
      if (!wasReady) return fail(didNotStart(spec, before, `it ended with ${signal ?? `code ${code}`}`));
      deaths = Date.now() - began > calmMs ? 0 : deaths + 1;
      onChange("died");
      pause = setTimeout(begin, Math.min(100 * 3 ** deaths, longestPauseMs));
    });
    onChange("started");
  };

  const ready = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    fail = reject;
    const late = setTimeout(
      () => reject(didNotStart(spec, before, `no answer in ${spec.readyTimeoutMs / 1000} s`)),
      spec.readyTimeoutMs,
    );
    const over = () => clearTimeout(late);
    until(spec.isReady, ending.signal)
      .then(() => ((wasReady = true), resolve()), reject)
      .finally(over);
  });
  ready.catch(() => ending.abort());
  begin();

  return {
    name: spec.name,
    port: spec.port,
    pid: () => (child.exitCode === null && child.signalCode === null ? child.pid : undefined),
    ready,
    async stop(graceMs) {
      ending.abort();
      clearTimeout(pause);
      await stopChild(child, graceMs);
    },
  };
}

/** @param {ProcessSpec} spec */
function launch({ command, args, env, log, inTerminal }) {
  const output = openSync(log, "a", 0o600);
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = inTerminal ? ["ignore", "inherit", "inherit"] : ["ignore", output, output];
  // A process group of its own: Ctrl-C reaches only the launcher, which then stops its children in order.
  const child = spawn(command, args, { cwd: root, env, stdio, detached: true });
  closeSync(output);
  return child;
}

/**
 * @param {ProcessSpec} spec
 * @param {number} before
 * @param {string} why
 */
function didNotStart({ title, log }, before, why) {
  return new UserError(`${title} did not start (${why}); its log is ${log}.`, { detail: lastLines(log, before) });
}

/**
 * Terminates a process, and kills it if it has not ended within `graceMs`.
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
