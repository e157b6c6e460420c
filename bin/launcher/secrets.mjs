import { createECDH, randomBytes } from "node:crypto";

import { readJson, writeAtomically } from "./files.mjs";

/** The last three are seeds of Ed25519 keys: of the key log, of its index, and of the witness beside it. */
const names = /** @type {const} */ ([
  "neo4jPassword",
  "redisPassword",
  "nextAuthSecret",
  "barkerSecret",
  "logKey",
  "vrfKey",
  "witnessKey",
]);

/** @typedef {Record<typeof names[number] | "logOrigin" | "vapidPublicKey" | "vapidPrivateKey", string>} Secrets */

/**
 * Reads the instance's secrets; creates those that are missing, in a file that only its owner can read.
 *
 * @param {string} file
 * @param {string} [logOrigin] what the key log is called if it has no name yet: it keeps its first one for ever
 * @returns {Secrets}
 */
export function loadSecrets(file, logOrigin = "localhost/kt") {
  const kept = readJson(file) ?? {};
  const missing = names.filter((name) => typeof kept[name] !== "string");
  const keyless = typeof kept.vapidPublicKey !== "string" || typeof kept.vapidPrivateKey !== "string";
  if (missing.length === 0 && !keyless && typeof kept.logOrigin === "string") return kept;
  // Hexadecimal: in base64url one of 64 would begin with a dash, which Neo4j's command line takes for an option.
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("hex")]));
  const secrets = { logOrigin, ...kept, ...made, ...(keyless && makeKeyPair()) };
  writeAtomically(file, `${JSON.stringify(secrets, null, 2)}\n`, 0o600);
  return secrets;
}

/**
 * The VAPID key pair that identifies this Barker to push services (RFC 8292). Browsers subscribe with the public key,
 * so a new pair would end every subscription.
 */
function makeKeyPair() {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  // Padded to 32 bytes, because getPrivateKey drops leading zeros.
  const secret = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  return { vapidPublicKey: pair.getPublicKey().toString("base64url"), vapidPrivateKey: secret.toString("base64url") };
}
