import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

import { lastLines, sizeOf } from "./logs.mjs";
import { Cancelled, UserError } from "./user-error.mjs";

/**
 * Runs a command until it ends and appends its output to a log file.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ log: string, signal: AbortSignal, cwd?: string, env?: NodeJS.ProcessEnv, failure: string,
 *   onLine?: (line: string) => void, onStart?: (pid: number) => void }} how
 *   `failure`: the message of the error if it fails, followed by the end of the log; `onLine` gets each line it prints
 */
export async function command(program, args, { log, signal, cwd, env, failure, onLine, onStart }) {
  if (signal.aborted) throw new Cancelled();
  const before = sizeOf(log);
  const output = openSync(log, "a", 0o600);
  // A process group of its own: Ctrl-C reaches only the launcher, which then stops its children in order.
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  if (child.pid !== undefined) onStart?.(child.pid);
  const giveUp = () => killGroup(child.pid, "SIGTERM");
  signal.addEventListener("abort", giveUp);
  const lines = onLine ? followLines(log, before, onLine) : null;
  try {
    const code = await new Promise((resolve, reject) => child.on("error", reject).on("exit", resolve));
    lines?.stop();
    if (signal.aborted) throw new Cancelled();
    if (code !== 0) throw new UserError(failure, { detail: lastLines(log, before) });
  } finally {
    lines?.stop();
    signal.removeEventListener("abort", giveUp);
  }
}

/**
 * Sends a signal to a process group: a process and those it started.
 *
 * @param {number | undefined} pid the group's leader
 * @param {NodeJS.Signals} name
 */
export function killGroup(pid, name) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // Already gone.
  }
}

/**
 * @param {string} log
 * @param {number} from
 * @param {(line: string) => void} onLine
 */
function followLines(log, from, onLine) {
  let seen = from;
  const look = () => {
    const size = sizeOf(log);
    if (size === seen) return;
    for (const line of lastLines(log, seen).split("\n")) if (line.trim()) onLine(line);
    seen = size;
  };
  const timer = setInterval(look, 300);
  return {
    stop() {
      clearInterval(timer);
      look();
    },
  };
}
