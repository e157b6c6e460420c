import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/** Only Linux says what a process has used. */
export const isCounted = existsSync("/proc/self/stat");

/** Milliseconds of processor time that a process has used so far. Linux only. */
export function processorMs(pid: number): number {
  // Behind the name, which may hold anything but ends with the last bracket: user and system time are 14th and 15th.
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Kilobytes of memory that a process has of its own or shares, now. */
export function residentKb(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).trim());
}
