import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { z } from "zod";

const Process = z.object({ pid: z.number() });
const Run = z.object({
  web: z.array(Process),
  sidecar: z.array(Process),
  redis: Process.optional(),
  neo4j: Process.optional(),
});
/** A process of Barker, by its name in run.json. */
export type ProcessName = keyof z.infer<typeof Run>;
export const PROCESS_NAMES = ["web", "sidecar", "redis", "neo4j"] as const satisfies ProcessName[];

/** The ids of the running processes with this name. */
export function pidsOf(member: ProcessName): number[] {
  const data = process.env["BARKER_DATA"];
  if (!data) throw new Error("BARKER_DATA is not set");
  const run = Run.parse(JSON.parse(readFileSync(join(data, "run.json"), "utf8")));
  return [run[member] ?? []].flat().map(({ pid }) => pid);
}

/** Kills processes with SIGKILL. @returns a check whether all of them have been restarted */
export function kill(victims: { member: ProcessName; pids: number[] }[]): () => boolean {
  const before = victims.map(({ member, pids }) => ({ member, pids, running: pidsOf(member).length }));
  for (const { pids } of victims) for (const pid of pids) process.kill(pid, "SIGKILL");
  return () =>
    before.every(({ member, pids, running }) => {
      const now = pidsOf(member);
      return now.length === running && pids.every((pid) => !now.includes(pid));
    });
}

/** Suspends a process for some time, as a debugger or a machine out of memory does. */
export async function suspend(pid: number, ms: number): Promise<void> {
  process.kill(pid, "SIGSTOP");
  try {
    await new Promise((resolve) => setTimeout(resolve, ms));
  } finally {
    process.kill(pid, "SIGCONT");
  }
}

/** Sends one command to Redis over a separate connection. */
export async function runRedisCommand(...command: [string, ...string[]]): Promise<unknown> {
  const redis = new Redis(process.env["REDIS_URL"] ?? "", { maxRetriesPerRequest: 20 });
  redis.on("error", () => undefined);
  try {
    return await redis.call(...command);
  } finally {
    redis.disconnect();
  }
}
