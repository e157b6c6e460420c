import { mkdirSync, openSync, readSync, renameSync, rmSync, statSync, closeSync } from "node:fs";
import { join } from "node:path";

const rotateBytes = 10 * 1024 * 1024;
const tailBytes = 16 * 1024;

/**
 * The path of a child's log file, which is renamed to .old when it is larger than 10 MB.
 *
 * @param {string} folder
 * @param {string} name
 * @returns {string} its path
 */
export function logFile(folder, name) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if (sizeOf(file) > rotateBytes) {
    rmSync(`${file}.old`, { force: true });
    renameSync(file, `${file}.old`);
  }
  return file;
}

/**
 * The last lines that were written after an offset.
 *
 * @param {string} file
 * @param {number} [since] offset in bytes; what is before it is ignored
 * @param {number} [lines]
 */
export function lastLines(file, since = 0, lines = 15) {
  const size = sizeOf(file);
  const from = Math.max(since, size - tailBytes);
  if (size <= from) return "";
  const buffer = Buffer.alloc(size - from);
  const handle = openSync(file, "r");
  const read = readSync(handle, buffer, 0, buffer.length, from);
  closeSync(handle);
  return buffer.toString("utf8", 0, read).trimEnd().split("\n").slice(-lines).join("\n");
}

/** @param {string} file */
export function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
