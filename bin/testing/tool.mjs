import { spawn } from "node:child_process";
import { join } from "node:path";

import { killGroup } from "../launcher/command.mjs";
import { readJson } from "../launcher/files.mjs";
import { root } from "../launcher/places.mjs";

/**
 * Runs the command of an installed package with this Node. Its output is printed or, when `quiet`, returned.
 *
 * @param {string} name of the package
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, signal: AbortSignal }} how
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runTool(name, args, { env = process.env, quiet = false, signal }) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve({ code: 130, output: "" });
    const stdio = quiet ? "pipe" : "inherit";
    // A process group of its own, so that Ctrl-C does not reach it and `signal` ends it together with its children.
    const child = spawn(process.execPath, [binary(name), ...args], {
      cwd: root,
      env,
      detached: true,
      stdio: ["ignore", stdio, stdio],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    const end = () => killGroup(child.pid, "SIGTERM");
    signal.addEventListener("abort", end, { once: true });
    child.on("error", reject);
    child.on("close", (code) => {
      signal.removeEventListener("abort", end);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * The path of the script behind a package's command; running it directly needs neither a shell nor npx.
 *
 * @param {string} name
 */
function binary(name) {
  const folder = join(root, "node_modules", name);
  const { bin } = readJson(join(folder, "package.json")) ?? {};
  const file = typeof bin === "string" ? bin : (bin?.[name] ?? Object.values(bin ?? {})[0]);
  return join(folder, file ?? "");
}
