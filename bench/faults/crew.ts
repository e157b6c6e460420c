import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { z } from "zod";

const Process = z.object({ pid: z.number() });
const Run = z.object({
  web: z.array(Process),
  sidecar: z.array(Process),
  redisRest: Process.optional(),
  redis: Process.optional(),
  neo4j: Process.optional(),
});
/** A process of Barker, by its name in run.json. */
export type ProcessMember = keyof z.infer<typeof Run>;
export const MEMBERS = ["web", "sidecar", "redisRest", "redis", "neo4j"] as const satisfies ProcessMember[];

/** The ids of the processes of that name which run now. */
export function pidsOf(member: ProcessMember): number[] {
  const data = process.env["BARKER_DATA"];
  if (!data) throw new Error("BARKER_DATA is not set");
  const run = Run.parse(JSON.parse(readFileSync(join(data, "run.json"), "utf8")));
  return [run[member] ?? []].flat().map(({ pid }) => pid);
}

/** Ends processes without a word. @returns a check whether all of them have been started again */
export function kill(victims: { member: ProcessMember; pids: number[] }[]): () => boolean {
  const before = victims.map(({ member, pids }) => ({ member, pids, running: pidsOf(member).length }));
  for (const { pids } of victims) for (const pid of pids) process.kill(pid, "SIGKILL");
  return () =>
    before.every(({ member, pids, running }) => {
      const now = pidsOf(member);
      return now.length === running && pids.every((pid) => !now.includes(pid));
    });
}

/** Holds a process still for a while, as a machine out of memory or a debugger does. */
export async function holdStill(pid: number, ms: number): Promise<void> {
  process.kill(pid, "SIGSTOP");
  try {
    await new Promise((resolve) => setTimeout(resolve, ms));
  } finally {
    process.kill(pid, "SIGCONT");
  }
}

/** Speaks to Redis itself, over a connection of its own. */
export async function toRedis(...command: [string, ...string[]]): Promise<unknown> {
  const redis = new Redis(process.env["REDIS_URL"] ?? "", { maxRetriesPerRequest: 20 });
  redis.on("error", () => undefined);
  try {
    return await redis.call(...command);
  } finally {
    redis.disconnect();
  }
}
