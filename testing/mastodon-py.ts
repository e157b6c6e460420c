import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { runSteps, type Steps } from "@/testing/steps";

const run = promisify(execFile);
/** Kept between runs, so that only the first one downloads it. */
const PACKAGES = join(".barker", "engines", "python");
const env = { ...process.env, PYTHONPATH: PACKAGES, PYTHONDONTWRITEBYTECODE: "1" };

/** Why Mastodon.py is not available, or null. */
export async function lacking(): Promise<string | null> {
  try {
    await run("python3", ["--version"]);
  } catch {
    return "there is no python3";
  }
  const has = () => run("python3", ["-c", "import mastodon"], { env });
  try {
    await has();
    return null;
  } catch {
    if (existsSync(join(PACKAGES, "mastodon"))) return "Mastodon.py is there but does not load";
  }
  try {
    const install = ["-m", "pip", "install", "--quiet", "--target", PACKAGES, "Mastodon.py==2.3.3"];
    await run("python3", install, { timeout: 60_000 });
    await has();
    return null;
  } catch {
    return "Mastodon.py cannot be installed: there is no package registry";
  }
}

/** Runs a script that prints steps. */
export function runPython(script: string, args: string[], input = ""): Promise<Steps> {
  return runSteps("python3", [script, ...args], { env, input });
}
