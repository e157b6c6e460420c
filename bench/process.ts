import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** The kernel's CPU accounting has a resolution of hundredths of a second. */
const TICK_MS = 10;

/** Whether the CPU time of processes is available (Linux only). */
export const isCounted = existsSync("/proc/self/stat");

/** Milliseconds of CPU time that a process has used so far. Linux only. */
export function processorMs(pid: number): number {
  // After the name, which may contain anything but ends with the last bracket: user and system time are fields 14 and 15.
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Kilobytes of resident memory of a process. */
export function residentKb(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).trim());
}
