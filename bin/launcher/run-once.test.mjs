import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test, vi } from "vitest";

import { runOncePerDatabase } from "./run-once.mjs";

const folder = mkdtempSync(join(tmpdir(), "barker-done-"));

test("runOncePerDatabase repeats work only after a failure, for a new version or for a new database", async () => {
  const work = vi.fn(async () => {});
  await expect(runOncePerDatabase(folder, "schema", "1", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await runOncePerDatabase(folder, "schema", "1", work);
  await runOncePerDatabase(folder, "town", "filled", work);
  await runOncePerDatabase(folder, "schema", "1", work);
  expect(work).toHaveBeenCalledTimes(2);
  await runOncePerDatabase(folder, "schema", "2", work);
  expect(work).toHaveBeenCalledTimes(3);
  rmSync(join(folder, "done.json"));
  await runOncePerDatabase(folder, "town", "filled", work);
  expect(work).toHaveBeenCalledTimes(4);
});
