import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "@/testing/until";

const START_TIMEOUT_MS = 240_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a command printed, and how it ended. */
interface Outcome {
  code: number | null;
  output: string;
}

/** Runs `bin/barker` with these arguments. @param env the whole environment */
export async function barker(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const child = spawn(process.execPath, ["bin/barker.mjs", ...args], { cwd: root, env, stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (output += text.toString()));
  await ended(child, 600_000);
  return { code: child.exitCode, output };
}

/** The environment of somebody who knows nothing of the running Barker, with these variables. */
export function elsewhere(variables: Record<string, string>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(
    ([name]) => !/^(BARKER|NEO4J|NEXTAUTH|REDIS|UPSTASH|VITEST|NODE_ENV|PORT$|HOST$)/.test(name),
  );
  return { ...(Object.fromEntries(others) as NodeJS.ProcessEnv), ...variables };
}

/** The settings that the launcher gave to the processes of an installation. */
export function settingsOf(data: string): Record<string, string> {
  const lines = readFileSync(join(data, "env"), "utf8").trim().split("\n");
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

/** Starts a whole Barker as `npm start` does, without its demo town, and waits until it is ready. */
export async function startInstallation(port: number, env: NodeJS.ProcessEnv): Promise<{ stop(): Promise<void> }> {
  const args = ["bin/start.mjs", "--built", "--empty", "--quiet"];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(async () => child.exitCode !== null || (await isReady()), START_TIMEOUT_MS);
  if (child.exitCode !== null) throw new Error(`Barker ended with ${child.exitCode}`);
  return {
    async stop() {
      child.kill("SIGTERM");
      await ended(child, 60_000);
    },
  };
}

async function ended(child: ChildProcess, within: number): Promise<void> {
  await until(() => child.exitCode !== null || child.signalCode !== null, within);
}
