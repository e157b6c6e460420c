import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { readJson } from "./files.mjs";
import { bornAt, isAlive } from "./process-info.mjs";

/**
 * Takes a lock, unless a running process holds it.
 *
 * @param {string} file
 * @returns {(() => void) | null} releases it; null if another process holds it
 */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, born: bornAt(process.pid) }));
  try {
    // A hard link is atomic, so nobody reads a lock file before its holder is written.
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
 * Waits for a lock and runs work while holding it.
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
 * Moves the lock of a dead holder aside; puts it back if a running process had taken it meanwhile.
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
