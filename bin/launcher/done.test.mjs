import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test, vi } from "vitest";

import { oncePerDatabase } from "./done.mjs";

const folder = mkdtempSync(join(tmpdir(), "barker-done-"));

test("work is done once a version, and again when it failed or the database is a new one", async () => {
  const work = vi.fn(async () => {});
  await expect(oncePerDatabase(folder, "schema", "1", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await oncePerDatabase(folder, "schema", "1", work);
  await oncePerDatabase(folder, "town", "filled", work);
  await oncePerDatabase(folder, "schema", "1", work);
  expect(work).toHaveBeenCalledTimes(2);
  await oncePerDatabase(folder, "schema", "2", work);
  expect(work).toHaveBeenCalledTimes(3);
  rmSync(join(folder, "done.json"));
  await oncePerDatabase(folder, "town", "filled", work);
  expect(work).toHaveBeenCalledTimes(4);
});
