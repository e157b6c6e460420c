import { randomBytes } from "node:crypto";

import { readJson, writeAtomically } from "./files.mjs";

const names = /** @type {const} */ ([
  "neo4jPassword",
  "redisPassword",
  "bridgeToken",
  "nextAuthSecret",
  "barkerSecret",
]);

/** @typedef {Record<typeof names[number], string>} Secrets */

/**
 * The instance's secrets: made at its first start, then kept for its owner's eyes only.
 *
 * @param {string} file
 * @returns {Secrets}
 */
export function loadSecrets(file) {
  const kept = readJson(file) ?? {};
  const missing = names.filter((name) => typeof kept[name] !== "string");
  if (missing.length === 0) return kept;
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")]));
  const secrets = { ...kept, ...made };
  writeAtomically(file, `${JSON.stringify(secrets, null, 2)}\n`, 0o600);
  return secrets;
}
