import { chmodSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What others on this machine may do with files and folders; all of it is taken from them. */
const othersMay = 0o077;

/**
 * Keeps what this process and all it starts will write for its owner alone, and closes the data folder to others.
 *
 * @param {string} data
 */
export function keepPrivate(data) {
  process.umask(othersMay);
  closeToOthers(data);
}

/**
 * Takes from others what they may do with files that are there already, in folders too. What is not there is left
 * out, and so is what is not ours.
 *
 * @param {string[]} entries files and folders
 */
export function mendModes(entries) {
  for (const entry of entries) {
    const kind = closeToOthers(entry);
    if (kind?.isDirectory()) mendModes(readdirSync(entry).map((name) => join(entry, name)));
  }
}

/**
 * @param {string} entry
 * @returns {import("node:fs").Stats | undefined} what it is; nothing when it is gone
 */
function closeToOthers(entry) {
  const found = lstatSync(entry, { throwIfNoEntry: false });
  if (!found || found.isSymbolicLink() || (found.mode & othersMay) === 0) return found;
  try {
    chmodSync(entry, found.mode & 0o700);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? "";
    if (!["EPERM", "ENOENT", "EROFS"].includes(code)) throw error;
  }
  return found;
}
