import { readdirSync, readFileSync } from "node:fs";

/** Megabytes that a process and its children use, shared pages counted once (Linux's proportional set size). */
export function residentMb(pid: number): number {
  const children = childrenOf(pid);
  const own = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? "0";
  return Number(own) / 1024 + children.reduce((sum, child) => sum + residentMb(child), 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
}
