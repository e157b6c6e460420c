import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { readJson } from "./files.mjs";
import { bornAt, isAlive } from "./process-info.mjs";

/**
 * Takes the lock, unless a living process has it.
 *
 * @param {string} file
 * @returns {(() => void) | null} gives it back; null when somebody else holds it
 */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, born: bornAt(process.pid) }));
  try {
    // A hard link appears whole or not at all, so nobody ever reads a lock without its holder.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (link(mine, file)) return () => rmSync(file, { force: true });
      if (holderLives(file)) return null;
      clearStale(file, mine);
    }
    return null;
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Runs work while holding the lock, waiting for it as long as needed.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
export async function withLock(file, work, signal) {
  for (;;) {
    const release = takeLock(file);
    if (release) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    await sleep(250, undefined, { signal });
  }
}

/** @param {string} file */
function holderLives(file) {
  const holder = readJson(file);
  return Boolean(holder) && isAlive(holder.pid) && bornAt(holder.pid) === holder.born;
}

/**
 * @param {string} from
 * @param {string} to
 */
function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Moves a dead holder's lock aside; puts it back when, meanwhile, somebody alive had taken it.
 *
 * @param {string} file
 * @param {string} mine
 */
function clearStale(file, mine) {
  const aside = `${mine}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderLives(aside)) link(aside, file);
  rmSync(aside, { force: true });
}
