import { chmodSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The permission bits of other users, which are removed. */
const othersMay = 0o077;

/**
 * Sets the umask so that only the owner can read what this process and its children write, and closes the data folder.
 *
 * @param {string} data
 */
export function keepPrivate(data) {
  process.umask(othersMay);
  closeToOthers(data);
}

/**
 * Removes the permissions of other users from existing files, recursively. Skips what does not exist or has another
 * owner.
 *
 * @param {string[]} entries files and folders
 */
export function restrictModes(entries) {
  for (const entry of entries) {
    const kind = closeToOthers(entry);
    if (kind?.isDirectory()) restrictModes(readdirSync(entry).map((name) => join(entry, name)));
  }
}

/**
 * @param {string} entry
 * @returns {import("node:fs").Stats | undefined} its status; undefined if it does not exist
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
