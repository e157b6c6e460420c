import { createHash, createPrivateKey, createPublicKey } from "node:crypto";

/** What precedes the 32 bytes of a seed in an Ed25519 private key (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
/** The types of signatures in signed notes. */
const ED25519 = 1;
const COSIGNATURE = 4;

/** The verifier key of a log, "name+hash+key". @param {string} name @param {string} seed hex */
export function logKey(name, seed) {
  return verifierKey(name, seed, ED25519);
}

/** The verifier key of a witness. @param {string} name @param {string} seed hex */
export function cosignerKey(name, seed) {
  return verifierKey(name, seed, COSIGNATURE);
}

/** @param {string} name @param {string} seed @param {number} type */
function verifierKey(name, seed, type) {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.from(seed, "hex")]), format: "der", type: "pkcs8" });
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  const typed = Buffer.concat([Buffer.from([type]), raw]);
  const hash = createHash("sha256").update(`${name}\n`).update(typed).digest("hex").slice(0, 8);
  return `${name}+${hash}+${typed.toString("base64")}`;
}
