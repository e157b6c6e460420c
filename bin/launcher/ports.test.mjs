import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { readJson } from "./files.mjs";
import { ensureWebPort, freePort, internalPorts } from "./ports.mjs";

const file = join(mkdtempSync(join(tmpdir(), "barker-ports-")), "ports.json");
/** @type {import("node:net").Server[]} */
const servers = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** @param {number} port */
async function occupy(port) {
  const server = createServer();
  servers.push(server);
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
}

test("internalPorts gives each service its own port and the same port at the next start", async () => {
  const first = await internalPorts(file, ["neo4j", "redis"]);
  expect(first.neo4j).not.toBe(first.redis);
  expect(await internalPorts(file, ["neo4j", "redis"])).toEqual(first);
});

test("internalPorts replaces only a port that is no longer free", async () => {
  const before = await internalPorts(file, ["neo4j", "redis"]);
  await occupy(before.redis);
  const after = await internalPorts(file, ["neo4j", "redis"]);
  expect(after.neo4j).toBe(before.neo4j);
  expect(after.redis).not.toBe(before.redis);
  expect(readJson(file)).toEqual(after);
});

test("ensureWebPort names a taken port and suggests another", async () => {
  const port = await freePort();
  await expect(ensureWebPort(port, "127.0.0.1")).resolves.toBeUndefined();
  await occupy(port);
  await expect(ensureWebPort(port, "127.0.0.1")).rejects.toThrow(`Port ${port} is taken`);
  await expect(ensureWebPort(port, "127.0.0.1")).rejects.toThrow(`PORT=${port + 1}.`);
});
