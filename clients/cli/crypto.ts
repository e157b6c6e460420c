import { gcm } from "@noble/ciphers/aes.js";
import { ed25519 } from "@noble/curves/ed25519.js";
import { hkdf as nobleHkdf } from "@noble/hashes/hkdf.js";
import { hmac as nobleHmac } from "@noble/hashes/hmac.js";
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import { join, malformed, parse, utf8, vector, zeros, type Bytes } from "./bytes";

/** A ciphertext that does not open with this key, in this place. */
export class Unopenable extends Error {
  override readonly name = "Unopenable";
}

export const random = (length: number): Bytes => crypto.getRandomValues(zeros(length));
export const sha256 = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(nobleSha256(join(...parts)));
export const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Bytes =>
  new Uint8Array(nobleHmac(nobleSha256, key, join(...parts)));

/** 32 bytes for one purpose. */
export const hkdf = (secret: Uint8Array, purpose: string, salt: Uint8Array = zeros(0)): Bytes =>
  new Uint8Array(nobleHkdf(nobleSha256, secret, salt, utf8(purpose), 32));

/** AES-256-GCM. */
export const encrypt = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Bytes =>
  new Uint8Array(gcm(key, nonce, aad).encrypt(plaintext));

/** @throws Unopenable */
export function decrypt(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, ciphertext: Uint8Array): Bytes {
  try {
    return new Uint8Array(gcm(key, nonce, aad).decrypt(ciphertext));
  } catch (cause) {
    throw new Unopenable("the ciphertext does not open", { cause });
  }
}

/** A random nonce, then the ciphertext. */
export function seal(key: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Bytes {
  const nonce = random(12);
  return join(nonce, encrypt(key, nonce, aad, plaintext));
}

/** @throws Unopenable */
export function open(key: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Bytes {
  if (sealed.length < 28) throw new Unopenable("the ciphertext is cut");
  return decrypt(key, sealed.subarray(0, 12), aad, sealed.subarray(12));
}

/** The length to which so many bytes are padded. */
export function padded(length: number): number {
  for (const step of [256, 512, 1024, 2048, 4096]) if (length <= step) return step;
  const exponent = Math.floor(Math.log2(length));
  const unit = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / unit) * unit;
}

export function pad(content: Uint8Array): Bytes {
  const bytes = vector(content);
  return join(bytes, zeros(padded(bytes.length) - bytes.length));
}

/** @throws Malformed */
export function unpad(bytes: Uint8Array): Bytes {
  return parse(bytes, (reader) => {
    const content = reader.vector();
    return reader.bytes(reader.left).every((byte) => byte === 0) ? content : malformed("padding that is not zero");
  });
}

/** A pair of Ed25519 keys, each 32 bytes. */
export interface KeyPair {
  secret: Uint8Array;
  public: Uint8Array;
}

export const keyPair = (secret: Uint8Array = random(32)): KeyPair => ({
  secret,
  public: ed25519.getPublicKey(secret),
});

export const sign = (secret: Uint8Array, data: Uint8Array): Bytes => new Uint8Array(ed25519.sign(data, secret));

export function verify(key: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, data, key, { zip215: false });
  } catch {
    // Keys and signatures of a wrong length.
    return false;
  }
}

/** What `SignWithLabel` of MLS signs. */
export const labelled = (label: string, content: Uint8Array): Bytes =>
  join(vector(utf8(`MLS 1.0 ${label}`)), vector(content));
