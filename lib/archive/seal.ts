import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concat, utf8 } from "@/lib/bytes/encoding";
import { encode, TlsReader, type Bytes } from "@/lib/bytes/tls";
import { paddedLength } from "@/lib/mls/padding";

export type ArchiveErrorCode =
  /** The bytes or words are not of the kind that they should be. */
  | "malformed"
  /** Another key, another place, or changed bytes. */
  | "undecryptable"
  /** The offer to link a device is older than five minutes. */
  | "expired";

/** Every error of lib/archive. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  constructor(
    readonly code: ArchiveErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const NONCE = 12;

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** HKDF-SHA256 to 32 bytes, for one purpose. */
export const derive = (secret: Uint8Array, purpose: string, salt: Uint8Array = new Uint8Array()): Bytes =>
  new Uint8Array(expand(sha256, extract(sha256, secret, salt), utf8(purpose), 32));

const aes = (key: Uint8Array, use: "encrypt" | "decrypt") => {
  if (key.length !== 32) throw new ArchiveError("malformed", "The key is not 32 bytes long.");
  return crypto.subtle.importKey("raw", new Uint8Array(key), "AES-GCM", false, [use]);
};

/** AES-256-GCM. */
export async function encryptWith(key: Uint8Array, nonce: Bytes, aad: Bytes, plaintext: Uint8Array): Promise<Bytes> {
  const parameters = { name: "AES-GCM", iv: nonce, additionalData: aad };
  return new Uint8Array(await crypto.subtle.encrypt(parameters, await aes(key, "encrypt"), new Uint8Array(plaintext)));
}

/** The inverse of encryptWith. Throws ArchiveError "undecryptable". */
export async function decryptWith(key: Uint8Array, nonce: Bytes, aad: Bytes, ciphertext: Uint8Array): Promise<Bytes> {
  const parameters = { name: "AES-GCM", iv: nonce, additionalData: aad };
  const cipherKey = await aes(key, "decrypt");
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, cipherKey, new Uint8Array(ciphertext)));
  } catch (cause) {
    throw new ArchiveError("undecryptable", "The key, the place or the bytes are wrong.", { cause });
  }
}

/** A random nonce of 12 bytes, then the ciphertext. */
export async function seal(key: Uint8Array, aad: Bytes, plaintext: Uint8Array): Promise<Bytes> {
  const nonce = random(NONCE);
  return concat(nonce, await encryptWith(key, nonce, aad, plaintext));
}

/** The inverse of seal. Throws ArchiveError "undecryptable". */
export function open(key: Uint8Array, aad: Bytes, sealed: Uint8Array): Promise<Bytes> {
  const bytes = new Uint8Array(sealed);
  return decryptWith(key, bytes.slice(0, NONCE), aad, bytes.subarray(NONCE));
}

/** `opaque content<V>` and as many zeros as hide its length. */
export function pad(content: Uint8Array): Bytes {
  const bytes = encode((writer) => writer.opaque(content));
  return concat(bytes, new Uint8Array(paddedLength(bytes.length) - bytes.length));
}

/** The inverse of pad. Throws ArchiveError "malformed". */
export function unpad(padded: Uint8Array): Bytes {
  return parse(padded, (reader) => {
    const content = reader.opaque();
    if (reader.fixed(reader.remaining).some((byte) => byte !== 0)) throw new Error("The padding is not zero.");
    return content;
  });
}

/** What `read` makes of all these bytes. Throws ArchiveError "malformed". */
export function parse<T>(bytes: Uint8Array, read: (reader: TlsReader) => T): T {
  try {
    const reader = new TlsReader(bytes);
    const value = read(reader);
    reader.end();
    return value;
  } catch (cause) {
    throw new ArchiveError("malformed", "The bytes are malformed.", { cause });
  }
}
