import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const onLinux = process.platform === "linux";

/**
 * Is a process with this id running? (A zombie is not.)
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  return !onLinux || statOf(pid)?.state !== "Z";
}

/**
 * When a process began, in whatever unit the system has: together with the id it tells a process
 * from a later one that was given the same id. Empty when it is not running.
 *
 * @param {number} pid
 * @returns {string}
 */
export function bornAt(pid) {
  return onLinux ? (statOf(pid)?.born ?? "") : ps(pid, "lstart=");
}

/**
 * Was this process started for the instance that lives in this data folder?
 * The environment it was started with tells.
 *
 * @param {number} pid
 * @param {string} data
 */
export function belongsTo(pid, data) {
  if (!onLinux) return `${ps(pid, "command=", "-E")} `.includes(`BARKER_DATA=${data} `);
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`BARKER_DATA=${data}`);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name stands in brackets and may hold spaces: count from behind it.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], born: fields[19] };
  } catch {
    return null;
  }
}

/**
 * @param {number} pid
 * @param {string} column
 * @param {string[]} more
 */
function ps(pid, column, ...more) {
  try {
    return execFileSync("ps", [...more, "-wwo", column, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}
