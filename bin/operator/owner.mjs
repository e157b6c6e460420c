import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";

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
 * @throws {UserError} which says who may
 */
export function ensureAccess(data) {
  try {
    accessSync(data, constants.R_OK | constants.X_OK);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EACCES") return;
    const owner = ownerOf(data);
    throw new UserError(
      `This user may not read ${data}, which belongs to ${owner}. As root, run: runuser -u ${owner} -- bin/barker …`,
    );
  }
}

/**
 * What to do about a file inside the data folder that its owner may not read.
 *
 * @param {string} path
 */
export function whoMayRead(path) {
  return `It belongs to ${ownerOf(path)}. As root, give it to the user who runs Barker: chown -R ${userInfo().username}: ${path}`;
}

/** The name of the user to whom a file belongs, or the nearest folder above it of which that may be known. @param {string} path */
function ownerOf(path) {
  const uid = String(nearest(path)?.uid);
  const users = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  return users.map((line) => line.split(":")).find(([, , number]) => number === uid)?.[0] ?? uid;
}

/** @param {string} path */
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
