import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import { userInfo } from "node:os";

import { UserError } from "../launcher/user-error.mjs";

/**
 * Goes on as the owner of the data folder if root has called: files of root in it, and in the folder of backups, could
 * not be read by Barker.
 *
 * @param {string} data
 * @param {Pick<NodeJS.Process, "getuid" | "setgroups" | "setgid" | "setuid">} [self]
 */
export function becomeOwner(data, self = process) {
  const folder = statSync(data, { throwIfNoEntry: false });
  if (self.getuid?.() !== 0 || !folder || folder.uid === 0) return;
  self.setgroups?.([folder.gid]);
  self.setgid?.(folder.gid);
  self.setuid?.(folder.uid);
}

/**
 * Checks that this user may look into the data folder.
 *
 * @param {string} data
 * @throws {UserError} which says whose it is
 */
export function ensureAccess(data) {
  try {
    accessSync(data, constants.R_OK | constants.X_OK);
  } catch (error) {
    const found = /** @type {NodeJS.ErrnoException} */ (error);
    if (found.code === "EACCES") throw new UserError(unreadable(found));
  }
}

/**
 * What to do about a file or folder that this user may not read.
 *
 * @param {NodeJS.ErrnoException} error an EACCES of Node
 */
export function unreadable({ path = "" }) {
  return `${userInfo().username} may not read ${path}. ${whoMayRead(path)}`;
}

/**
 * Whose a file is, and how the owner of the data folder gets it back.
 *
 * @param {string} path
 */
export function whoMayRead(path) {
  const found = nearest(path);
  const owner = found?.uid === 0 ? "root" : found ? `the user with the number ${found.uid}` : "another user";
  return `It belongs to ${owner}: call bin/barker as the user who owns the data folder (runuser -u barker -- bin/barker …), or give the file to that user with chown.`;
}

/** The file, or the first folder above it of which anything may be known. @param {string} path */
function nearest(path) {
  for (let found = path; found !== dirname(found); found = dirname(found)) {
    try {
      return statSync(found);
    } catch {
      // The folder above may be open.
    }
  }
  return null;
}
