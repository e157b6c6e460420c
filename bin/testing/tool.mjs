import { spawn } from "node:child_process";
import { join } from "node:path";

import { killGroup } from "../launcher/command.mjs";
import { readJson } from "../launcher/files.mjs";
import { root } from "../launcher/places.mjs";

/**
 * Runs one of the installed tools with this Node, its output here or, when `quiet`, in the result.
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
    // A group of its own, as everywhere: what ends it is decided here.
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
 * The script behind a package's command, so that no shell and no npx is needed.
 *
 * @param {string} name
 */
function binary(name) {
  const folder = join(root, "node_modules", name);
  const { bin } = readJson(join(folder, "package.json")) ?? {};
  const file = typeof bin === "string" ? bin : (bin?.[name] ?? Object.values(bin ?? {})[0]);
  return join(folder, file ?? "");
}
