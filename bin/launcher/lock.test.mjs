import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { takeLock, withLock } from "./lock.mjs";
import { bornAt } from "./process-info.mjs";

const folder = mkdtempSync(join(tmpdir(), "barker-lock-"));
const never = new AbortController().signal;

test("a lock is held by one and can be taken again when given back", () => {
  const file = join(folder, "one.lock");
  const release = takeLock(file);
  expect(release).not.toBeNull();
  expect(takeLock(file)).toBeNull();
  release?.();
  expect(existsSync(file)).toBe(false);
  takeLock(file)?.();
  expect(readdirSync(folder)).toEqual([]);
});

test("a lock whose holder is dead is free", () => {
  const file = join(folder, "dead.lock");
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(file, JSON.stringify({ pid, born: "1" }));
  const release = takeLock(file);
  expect(release).not.toBeNull();
  release?.();
});

test("a lock whose holder's number was given to another process is free", () => {
  const file = join(folder, "reborn.lock");
  writeFileSync(file, JSON.stringify({ pid: process.pid, born: `${bornAt(process.pid)}0` }));
  const release = takeLock(file);
  expect(release).not.toBeNull();
  release?.();
});

test("work under a lock happens one after the other, also after one that failed", async () => {
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
