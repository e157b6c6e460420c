import { rmSync } from "node:fs";

import { readJson, writeAtomically } from "./files.mjs";

/**
 * @typedef {{ pid: number, port: number }} Running
 * @typedef {object} RunFile what runs, for whoever wants to look or to test faults
 * @property {Running[]} web
 * @property {Running[]} sidecar
 * @property {Running} [neo4j]
 * @property {Running} [redis]
 * @property {Running} [redisRest]
 * @property {{ pid: number }} [town]
 */

const many = new Set(["web", "sidecar"]);

/**
 * @param {import("./supervise.mjs").Supervised[]} crew
 * @returns {RunFile}
 */
export function runFileOf(crew) {
  /** @type {Record<string, unknown>} */
  const run = { web: [], sidecar: [] };
  for (const { name, port, pid } of crew) {
    const running = { pid: pid(), ...(port === undefined ? {} : { port }) };
    if (running.pid === undefined) continue;
    if (many.has(name)) /** @type {unknown[]} */ (run[name]).push(running);
    else run[name] = running;
  }
  return /** @type {RunFile} */ (run);
}

/**
 * @param {string} file
 * @param {RunFile} run
 */
export function writeRunFile(file, run) {
  writeAtomically(file, `${JSON.stringify(run, null, 2)}\n`);
}

/** @param {string} file */
export function removeRunFile(file) {
  rmSync(file, { force: true });
}

/**
 * The ids of all processes a run file names.
 *
 * @param {string} file
 * @returns {number[]}
 */
export function pidsIn(file) {
  return Object.values(readJson(file) ?? {})
    .flat()
    .map((running) => Number(running?.pid))
    .filter((pid) => pid > 1);
}
