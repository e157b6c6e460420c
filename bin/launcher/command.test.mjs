import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { command } from "./command.mjs";

const log = join(mkdtempSync(join(tmpdir(), "barker-command-")), "tool.log");
const trouble = "The tool did not work.";
const never = new AbortController().signal;

/** @param {string} script @param {Partial<Parameters<typeof command>[2]>} [more] */
const run = (script, more) => command(process.execPath, ["-e", script], { log, trouble, signal: never, ...more });

test("what a command prints goes to the log, and line by line to whoever listens", async () => {
  /** @type {string[]} */
  const lines = [];
  await run('console.log("one"); console.error("two")', { onLine: (line) => lines.push(line) });
  expect(lines).toEqual(["one", "two"]);
  expect(readFileSync(log, "utf8")).toBe("one\ntwo\n");
});

test("a command that fails is told by its sentence and by what it printed, not by what stood there before", async () => {
  await expect(run('console.error("because"); process.exit(2)')).rejects.toMatchObject({
    message: trouble,
    detail: "because",
  });
});

test("giving up ends a command that is under way", async () => {
  const giving = new AbortController();
  setTimeout(() => giving.abort(), 200);
  await expect(run("setInterval(() => {}, 1000)", { signal: giving.signal })).rejects.toThrow("given up");
  await expect(run("", { signal: giving.signal })).rejects.toThrow("given up");
});
