import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a foreign client printed. */
export interface Steps {
  /** Lines that do not begin with `ok `, and what it wrote on stderr. */
  wrong: string[];
  /** How many lines there were in all. */
  lines: number;
}

/** Runs a program that prints one line for each of its steps: `ok …`, or another where something is wrong. */
export async function runSteps(
  program: string,
  args: string[],
  { env = process.env, input = "" }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Steps> {
  const running = run(program, args, { env, timeout: 170_000 });
  running.child.stdin?.end(input);
  const told = await running.catch((error: unknown) => error);
  const { stdout = "", stderr = "" } = told as { stdout?: string; stderr?: string };
  const lines = stdout.split("\n").filter((line) => line !== "");
  return {
    wrong: [...lines.filter((line) => !line.startsWith("ok ")), ...(stderr ? [stderr] : [])],
    lines: lines.length,
  };
}
