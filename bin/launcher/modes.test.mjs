import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { restrictModes } from "./modes.mjs";

const mode = (/** @type {string} */ path) => (statSync(path).mode & 0o777).toString(8);

test("restrictModes removes the permissions of other users and keeps the owner's", () => {
  const data = mkdtempSync(join(tmpdir(), "barker-modes-"));
  const folder = join(data, "neo4j", "data");
  mkdirSync(folder, { recursive: true });
  const [log, program, outside] = [join(folder, "log.0"), join(folder, "program"), join(data, "outside")];
  for (const file of [log, program, outside]) writeFileSync(file, "");
  chmodSync(log, 0o644);
  chmodSync(program, 0o755);
  chmodSync(outside, 0o644);
  chmodSync(folder, 0o755);
  symlinkSync(outside, join(folder, "link"));
  restrictModes([join(data, "neo4j"), join(data, "not there")]);
  expect([log, program, folder, outside].map(mode)).toEqual(["600", "700", "700", "644"]);
});

test("after keepPrivate, this process and its children create files that only their owner can read", () => {
  const data = mkdtempSync(join(tmpdir(), "barker-modes-"));
  chmodSync(data, 0o755);
  const script = `
    import { execFileSync } from "node:child_process";
    import { writeFileSync } from "node:fs";
    import { keepPrivate } from ${JSON.stringify(new URL("./modes.mjs", import.meta.url).href)};
    keepPrivate(${JSON.stringify(data)});
    writeFileSync(${JSON.stringify(join(data, "own"))}, "", { mode: 0o644 });
    execFileSync("mkdir", ["-p", ${JSON.stringify(join(data, "child", "inner"))}]);
    execFileSync("touch", [${JSON.stringify(join(data, "child", "inner", "file"))}]);
  `;
  execFileSync(process.execPath, ["--input-type=module", "-e", script]);
  const written = [data, join(data, "own"), join(data, "child"), join(data, "child", "inner", "file")];
  expect(written.map(mode)).toEqual(["700", "600", "700", "600"]);
});
