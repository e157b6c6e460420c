import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, expect, test, vi } from "vitest";

import { createCrew } from "./crew.mjs";
import { readJson } from "./files.mjs";
import { accepts } from "./health.mjs";
import { freePort } from "./ports.mjs";
import { isAlive } from "./process-info.mjs";
import { placesIn } from "./places.mjs";

const data = mkdtempSync(join(tmpdir(), "barker-crew-"));
const places = placesIn(data);
/** @type {import("./crew.mjs").Crew[]} */
const crews = [];

afterEach(async () => {
  await Promise.all(crews.splice(0).map((crew) => crew.stop()));
});

function newCrew() {
  const crew = createCrew({ runFile: places.runFile, say: () => {} });
  crews.push(crew);
  return crew;
}

/**
 * A process that listens, and does with SIGTERM what it is told.
 *
 * @param {string} name
 * @param {number} port
 * @param {string} [script]
 * @returns {import("./supervise.mjs").Recipe}
 */
function recipe(name, port, script = "") {
  return {
    name,
    title: name,
    port,
    command: process.execPath,
    args: ["-e", `${script}; require("node:net").createServer().listen(${port}, "127.0.0.1")`],
    env: { BARKER_DATA: data },
    log: join(data, `${name}.log`),
    isReady: () => accepts(port, "127.0.0.1"),
    patience: 10_000,
  };
}

const pidOf = (/** @type {string} */ name) => [readJson(places.runFile)?.[name]].flat()[0]?.pid;

test("who is killed comes back, with a new id in run.json", async () => {
  const crew = newCrew();
  await crew.start(recipe("web", await freePort()));
  for (let round = 0; round < 2; round += 1) {
    const before = pidOf("web");
    process.kill(before, "SIGKILL");
    await vi.waitFor(() => expect([undefined, before]).not.toContain(pidOf("web")), { timeout: 5000 });
    expect(isAlive(pidOf("web"))).toBe(true);
  }
});

test("a first start that fails says why, with the end of the log", async () => {
  const crew = newCrew();
  const failing = recipe("sidecar", await freePort(), 'console.error("no such thing"); process.exit(3)');
  await expect(crew.start(failing)).rejects.toMatchObject({
    message: expect.stringContaining("sidecar did not start (it ended with code 3)"),
    detail: expect.stringContaining("no such thing"),
  });
});

test("a program that does not exist fails the start", async () => {
  const crew = newCrew();
  await expect(crew.start({ ...recipe("redis", await freePort()), command: "/nowhere/redis" })).rejects.toThrow(
    "redis could not be started",
  );
});

test("stopping ends everybody and removes run.json, also those who do not want to", { timeout: 15_000 }, async () => {
  const crew = newCrew();
  await crew.start(recipe("redis", await freePort()));
  await crew.start(recipe("redisRest", await freePort(), 'process.on("SIGTERM", () => {})'));
  const pids = [pidOf("redis"), pidOf("redisRest")];
  await crew.stop();
  expect(pids.some(isAlive)).toBe(false);
  expect(readJson(places.runFile)).toBeNull();
});
