import { rmSync } from "node:fs";

import { readJson, writeAtomically } from "./files.mjs";

/**
 * @typedef {{ pid: number, port: number }} Running
 * @typedef {object} RunFile the running processes, for operators and for tests that kill them
 * @property {Running[]} web
 * @property {Running[]} sidecar
 * @property {Running} [neo4j]
 * @property {Running} [redis]
 * @property {Running} [witness]
 * @property {{ pid: number }} [town]
 */

const many = new Set(["web", "sidecar"]);

/**
 * The content of run.json.
 *
 * @param {import("./supervise.mjs").Supervised[]} processes
 * @returns {RunFile}
 */
export function runFileOf(processes) {
  /** @type {Record<string, unknown>} */
  const run = { web: [], sidecar: [] };
  for (const { name, port, pid } of processes) {
    const running = { pid: pid(), ...(port === undefined ? {} : { port }) };
    if (running.pid === undefined) continue;
    if (many.has(name)) /** @type {unknown[]} */ (run[name]).push(running);
    else run[name] = running;
  }
  return /** @type {RunFile} */ (run);
}

/**
 * Writes run.json.
 *
 * @param {string} file
 * @param {RunFile} run
 */
export function writeRunFile(file, run) {
  writeAtomically(file, `${JSON.stringify(run, null, 2)}\n`);
}

/** Removes run.json. @param {string} file */
export function removeRunFile(file) {
  rmSync(file, { force: true });
}

/**
 * The ids of all processes in run.json.
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
