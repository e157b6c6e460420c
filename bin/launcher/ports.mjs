import { createServer } from "node:net";

import { readJson, writeAtomically } from "./files.mjs";
import { UserError } from "./user-error.mjs";

const lowest = 20_000;
const highest = 29_999;

/**
 * Checks whether this port can be listened on.
 *
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>} null if it is free, else the system's error code
 */
export function whyNotFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? "unknown"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/**
 * Throws a UserError if the port of the web process cannot be used.
 *
 * @param {number} port
 * @param {string} host
 */
export async function ensureWebPort(port, host) {
  const reason = await whyNotFree(port, host);
  if (reason === null) return;
  if (reason === "EADDRINUSE") {
    throw new UserError(
      `Port ${port} is taken by another program: stop that one, or choose another with PORT=${port + 1}.`,
    );
  }
  if (reason === "EACCES") throw new UserError(`Port ${port} needs more rights: choose one above 1023 with PORT=3000.`);
  throw new UserError(`Barker cannot listen on ${host} (${reason}): HOST must be an address of this machine.`);
}

/**
 * Chooses one port for each internal service: its last one if that is free, so that bookmarks of tools stay valid. New
 * ones are below the ephemeral range of every system, so that no client gets one while its service restarts.
 *
 * @template {string} Name
 * @param {string} file where they are remembered
 * @param {Name[]} names
 * @returns {Promise<Record<Name, number>>}
 */
export async function internalPorts(file, names) {
  const before = readJson(file) ?? {};
  /** @type {Record<string, number>} */
  const ports = {};
  for (const name of names) ports[name] = await freePort(before[name], Object.values(ports));
  writeAtomically(file, `${JSON.stringify({ ...before, ...ports }, null, 2)}\n`);
  return ports;
}

/**
 * Finds a free port.
 *
 * @param {number} [wanted] preferred, if it is free
 * @param {number[]} [taken] reserved, even if nothing listens there
 * @returns {Promise<number>}
 */
export async function freePort(wanted = 0, taken = []) {
  let port = wanted;
  for (;;) {
    if (port > 0 && !taken.includes(port) && (await whyNotFree(port, "127.0.0.1")) === null) return port;
    port = lowest + Math.floor(Math.random() * (highest - lowest + 1));
  }
}
