import { createECDH, randomBytes } from "node:crypto";

import { readJson, writeAtomically } from "./files.mjs";

const names = /** @type {const} */ ([
  "neo4jPassword",
  "redisPassword",
  "bridgeToken",
  "nextAuthSecret",
  "barkerSecret",
]);

/** @typedef {Record<typeof names[number] | "vapidPublicKey" | "vapidPrivateKey", string>} Secrets */

/**
 * The instance's secrets: made at its first start, then kept for its owner's eyes only.
 *
 * @param {string} file
 * @returns {Secrets}
 */
export function loadSecrets(file) {
  const kept = readJson(file) ?? {};
  const missing = names.filter((name) => typeof kept[name] !== "string");
  const keyless = typeof kept.vapidPublicKey !== "string" || typeof kept.vapidPrivateKey !== "string";
  if (missing.length === 0 && !keyless) return kept;
  // In hexadecimal: one that begins with a dash would be an option to Neo4j's command line, once in 64 first starts.
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("hex")]));
  const secrets = { ...kept, ...made, ...(keyless && makeKeyPair()) };
  writeAtomically(file, `${JSON.stringify(secrets, null, 2)}\n`, 0o600);
  return secrets;
}

/**
 * The key pair that push services know this Barker by (RFC 8292). Browsers subscribe with its public half, so a new
 * one would end every subscription.
 */
function makeKeyPair() {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  // Leading zeros belong to a private key, too.
  const secret = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  return { vapidPublicKey: pair.getPublicKey().toString("base64url"), vapidPrivateKey: secret.toString("base64url") };
}
