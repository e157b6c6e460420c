import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, expect, test, vi } from "vitest";

import { createProcesses } from "./processes.mjs";
import { readJson } from "./files.mjs";
import { accepts } from "./health.mjs";
import { freePort } from "./ports.mjs";
import { isAlive } from "./process-info.mjs";
import { placesIn } from "./places.mjs";

const data = mkdtempSync(join(tmpdir(), "barker-processes-"));
const places = placesIn(data);
/** @type {import("./processes.mjs").Processes[]} */
const started = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((processes) => processes.stop()));
});

function newProcesses() {
  const processes = createProcesses({ runFile: places.runFile, say: () => {} });
  started.push(processes);
  return processes;
}

/**
 * A process that listens on a port. `script` may handle SIGTERM or fail.
 *
 * @param {string} name
 * @param {number} port
 * @param {string} [script]
 * @returns {import("./supervise.mjs").ProcessSpec}
 */
function spec(name, port, script = "") {
  return {
    name,
    title: name,
    port,
    command: process.execPath,
    args: ["-e", `${script}; require("node:net").createServer().listen(${port}, "127.0.0.1")`],
    env: { BARKER_DATA: data },
    log: join(data, `${name}.log`),
    isReady: () => accepts(port, "127.0.0.1"),
    readyTimeoutMs: 10_000,
  };
}

const pidOf = (/** @type {string} */ name) => [readJson(places.runFile)?.[name]].flat()[0]?.pid;

test("a killed process is restarted, and run.json holds its new id", async () => {
  const processes = newProcesses();
  await processes.start(spec("web", await freePort()));
  for (let round = 0; round < 2; round += 1) {
    const before = pidOf("web");
    process.kill(before, "SIGKILL");
    await vi.waitFor(() => expect([undefined, before]).not.toContain(pidOf("web")), { timeout: 5000 });
    expect(isAlive(pidOf("web"))).toBe(true);
  }
});

test("the error of a failed first start holds the exit code and the end of the log", async () => {
  const processes = newProcesses();
  const failing = spec("sidecar", await freePort(), 'console.error("no such thing"); process.exit(3)');
  await expect(processes.start(failing)).rejects.toMatchObject({
    message: expect.stringContaining("sidecar did not start (it ended with code 3)"),
    detail: expect.stringContaining("no such thing"),
  });
});

test("starting a program that does not exist fails", async () => {
  const processes = newProcesses();
  await expect(processes.start({ ...spec("redis", await freePort()), command: "/nowhere/redis" })).rejects.toThrow(
    "redis could not be started",
  );
});

test("stop ends all processes, even one that ignores SIGTERM, and removes run.json", { timeout: 15_000 }, async () => {
  const processes = newProcesses();
  await processes.start(spec("redis", await freePort()));
  await processes.start(spec("town", await freePort(), 'process.on("SIGTERM", () => {})'));
  const pids = [pidOf("redis"), pidOf("town")];
  await processes.stop();
  expect(pids.some(isAlive)).toBe(false);
  expect(readJson(places.runFile)).toBeNull();
});
