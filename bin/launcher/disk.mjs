import { mkdirSync, statfsSync } from "node:fs";

import { UserError } from "./user-error.mjs";

const needed = 500 * 1024 * 1024;

/**
 * Throws if the disk of a folder has less than 500 MB left, before a half-written file can be the result.
 *
 * @param {string} folder created if missing
 */
export function ensureRoom(folder) {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= needed) return;
  const megabytes = Math.floor(free / 1024 / 1024);
  throw new UserError(
    `Only ${megabytes} MB are free where ${folder} lies, and Barker needs 500: make some room and start again.`,
  );
}
