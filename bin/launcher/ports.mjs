import { createServer } from "node:net";

import { readJson, writeAtomically } from "./files.mjs";
import { Trouble } from "./trouble.mjs";

const lowest = 20_000;
const highest = 29_999;

/**
 * Can this port be listened on?
 *
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>} null when free, else the system's error code
 */
export function whyNotFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? "unknown"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/**
 * Fails with a sentence when Barker's own port cannot be used.
 *
 * @param {number} port
 * @param {string} host
 */
export async function ensureWebPort(port, host) {
  const reason = await whyNotFree(port, host);
  if (reason === null) return;
  if (reason === "EADDRINUSE") {
    throw new Trouble(
      `Port ${port} is taken by another program: stop that one, or choose another with PORT=${port + 1} npm start.`,
    );
  }
  if (reason === "EACCES")
    throw new Trouble(`Port ${port} needs more rights: choose one above 1023 with PORT=3000 npm start.`);
  throw new Trouble(`Barker cannot listen on ${host} (${reason}): HOST must be an address of this machine.`);
}

/**
 * One port for each internal service: the one it had last time while that is still free, so that
 * bookmarked tools keep working. New ones lie below every system's range for outgoing connections,
 * so that none is lent to a client while its service restarts.
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
 * @param {number} [wanted] this one, if it is free
 * @param {number[]} [taken] these are not, even if they seem so
 * @returns {Promise<number>}
 */
export async function freePort(wanted = 0, taken = []) {
  let port = wanted;
  for (;;) {
    if (port > 0 && !taken.includes(port) && (await whyNotFree(port, "127.0.0.1")) === null) return port;
    port = lowest + Math.floor(Math.random() * (highest - lowest + 1));
  }
}
