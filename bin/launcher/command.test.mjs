import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { command } from "./command.mjs";

const log = join(mkdtempSync(join(tmpdir(), "barker-command-")), "tool.log");
const failure = "The tool did not work.";
const never = new AbortController().signal;

/** @param {string} script @param {Partial<Parameters<typeof command>[2]>} [more] */
const run = (script, more) => command(process.execPath, ["-e", script], { log, failure, signal: never, ...more });

test("a command's output goes to the log and, line by line, to onLine", async () => {
  /** @type {string[]} */
  const lines = [];
  await run('console.log("one"); console.error("two")', { onLine: (line) => lines.push(line) });
  expect(lines).toEqual(["one", "two"]);
  expect(readFileSync(log, "utf8")).toBe("one\ntwo\n");
});

test("a failed command's error holds its message and only the output of this run", async () => {
  await expect(run('console.error("because"); process.exit(2)')).rejects.toMatchObject({
    message: failure,
    detail: "because",
  });
});

test("aborting the signal stops a running command and prevents a new one", async () => {
  const giving = new AbortController();
  setTimeout(() => giving.abort(), 200);
  await expect(run("setInterval(() => {}, 1000)", { signal: giving.signal })).rejects.toThrow("cancelled");
  await expect(run("", { signal: giving.signal })).rejects.toThrow("cancelled");
});
