import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { takeLock, withLock } from "./lock.mjs";
import { bornAt } from "./process-info.mjs";

const folder = mkdtempSync(join(tmpdir(), "barker-lock-"));
const never = new AbortController().signal;

test("a lock has one holder and can be taken again after its release", () => {
  const file = join(folder, "one.lock");
  const release = takeLock(file);
  expect(release).not.toBeNull();
  expect(takeLock(file)).toBeNull();
  release?.();
  expect(existsSync(file)).toBe(false);
  takeLock(file)?.();
  expect(readdirSync(folder)).toEqual([]);
});

test("takeLock takes over the lock of a dead process", () => {
  const file = join(folder, "dead.lock");
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(file, JSON.stringify({ pid, born: "1" }));
  const release = takeLock(file);
  expect(release).not.toBeNull();
  release?.();
});

test("takeLock takes over a lock whose holder's process id was reused", () => {
  const file = join(folder, "reborn.lock");
  writeFileSync(file, JSON.stringify({ pid: process.pid, born: `${bornAt(process.pid)}0` }));
  const release = takeLock(file);
  expect(release).not.toBeNull();
  release?.();
});

test("withLock runs work one at a time, and releases the lock after a failure", async () => {
  const file = join(folder, "work.lock");
  let inside = 0;
  const work = async () => {
    inside += 1;
    expect(inside).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside -= 1;
  };
  await expect(withLock(file, () => Promise.reject(new Error("no")), never)).rejects.toThrow("no");
  await Promise.all([withLock(file, work, never), withLock(file, work, never), withLock(file, work, never)]);
  expect(existsSync(file)).toBe(false);
});
