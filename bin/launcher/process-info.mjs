import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const onLinux = process.platform === "linux";

/**
 * Is a process with this id running? Zombies do not count.
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
 * The start time of a process, in a unit that depends on the system. Together with the id it identifies a process even
 * after the id is reused. Empty if it is not running.
 *
 * @param {number} pid
 * @returns {string}
 */
export function bornAt(pid) {
  return onLinux ? (statOf(pid)?.born ?? "") : ps(pid, "lstart=");
}

/**
 * Was this process started for the instance with this data folder? Decided by the environment it was started with.
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
    // The command's name is in brackets and may contain spaces: fields are counted after it.
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
