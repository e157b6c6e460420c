import { mkdirSync, statfsSync } from "node:fs";

import { Trouble } from "./trouble.mjs";

const needed = 500 * 1024 * 1024;

/**
 * Fails before anything is half written when a folder's disk has less than 500 MB left.
 *
 * @param {string} folder made when missing
 */
export function ensureRoom(folder) {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= needed) return;
  const megabytes = Math.floor(free / 1024 / 1024);
  throw new Trouble(
    `Only ${megabytes} MB are free where ${folder} lies, and Barker needs 500: make some room and start again.`,
  );
}
