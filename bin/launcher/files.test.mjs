import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { readJson, writeAtomically } from "./files.mjs";

const folder = mkdtempSync(join(tmpdir(), "barker-files-"));

test("writeAtomically writes the file with the given mode and leaves no temporary file", () => {
  const file = join(folder, "deep", "secret.json");
  writeAtomically(file, '{"a":1}', 0o600);
  writeAtomically(file, '{"a":2}', 0o600);
  expect(readJson(file)).toEqual({ a: 2 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "deep"))).toEqual(["secret.json"]);
});

test("readJson returns null for a missing or invalid file", () => {
  const broken = join(folder, "broken.json");
  writeFileSync(broken, "{");
  expect(readJson(broken)).toBeNull();
  expect(readJson(join(folder, "none.json"))).toBeNull();
});
