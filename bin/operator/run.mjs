import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { dist, root } from "../launcher/places.mjs";

/**
 * Runs a command of local/operator, from its bundle or else from its sources.
 *
 * @param {string[]} args
 * @param {{ envFile?: string, env?: NodeJS.ProcessEnv }} [how]
 * @returns {Promise<number>} the exit code
 */
export function runOperator(args, { envFile, env = process.env } = {}) {
  const child = start(args, env, "inherit", envFile ? [`--env-file=${envFile}`] : []);
  return new Promise((finish) => child.on("exit", (code) => finish(code ?? 1)));
}

/**
 * Runs such a command for what it prints.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>} what it printed, of both kinds
 */
export async function askOperator(args, env) {
  const child = start(args, env, "pipe", []);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (output += text));
  const code = await new Promise((finish) => child.on("close", (ended) => finish(ended ?? 1)));
  return { code, output };
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {"inherit" | "pipe"} stdio
 * @param {string[]} flags of Node
 */
function start(args, env, stdio, flags) {
  const bundle = join(dist, "operator.mjs");
  const program = existsSync(bundle) ? [bundle] : ["--import", "tsx", join(root, "local/operator/main.ts")];
  // Paths are relative to where the operator is.
  const given = { ...env, INIT_CWD: process.cwd(), LOG_LEVEL: process.env.LOG_LEVEL || "warn" };
  return spawn(process.execPath, [...flags, ...program, ...args], { cwd: root, stdio, env: given });
}
