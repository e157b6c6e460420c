import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { readJson, writeAtomically } from "./files.mjs";
import { dist, root } from "./places.mjs";

/**
 * Does work once per database and `version`. The record of it is kept in the database's folder, so that a new
 * database starts without one.
 *
 * @param {string} folder the database's
 * @param {string} name
 * @param {string} version
 * @param {() => Promise<void>} work
 */
export async function runOncePerDatabase(folder, name, version, work) {
  if (doneIn(folder, name) === version) return;
  await work();
  noteDone(folder, name, version);
}

/**
 * What the record of a database says about some work: its version, or undefined.
 *
 * @param {string} folder the database's
 * @param {string} name
 * @returns {unknown}
 */
export function doneIn(folder, name) {
  return readJson(join(folder, "done.json"))?.[name];
}

/**
 * Writes into the record of a database that some work was done.
 *
 * @param {string} folder the database's
 * @param {string} name
 * @param {string} version
 */
export function noteDone(folder, name, version) {
  const file = join(folder, "done.json");
  writeAtomically(file, `${JSON.stringify({ ...readJson(file), [name]: version }, null, 2)}\n`);
}

/** A hash of the constraints, indexes and migrations, and of the program that applies them. */
export function schemaVersion() {
  const folders = ["schema", "migrations"].map((name) => join(root, "cypher", name));
  const statements = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const files = [...statements, join(dist, "schema.mjs")];
  const hash = createHash("sha256");
  for (const file of files.toSorted()) hash.update(readFileSync(file));
  return hash.digest("hex");
}
