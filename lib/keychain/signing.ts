import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8 } from "@/lib/bytes/encoding";
import { encode, type Bytes } from "@/lib/bytes/tls";

/** Signs with an Ed25519 key that may be out of reach of this code, as a non-extractable key of a browser is. */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The 64 bytes of the signature of exactly these bytes. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** A signer whose secret key (32 bytes, RFC 8032) is in memory. */
export function signerFromSeed(seed: Uint8Array): Signer {
  return {
    publicKey: ed25519.getPublicKey(seed),
    sign: (data) => Promise.resolve(ed25519.sign(data, seed)),
  };
}

/**
 * Whether this is an Ed25519 signature of the data. Signatures and keys in a second spelling and keys of small order
 * are refused, so that all implementations agree on what is valid.
 */
export function verifySignature(publicKey: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, data, publicKey, { zip215: false });
  } catch {
    // It throws for signatures and keys that are no 64 and 32 bytes.
    return false;
  }
}

/** The bytes that `SignWithLabel` of MLS signs (RFC 9420 §5.1.2). */
export function labelled(label: string, content: Uint8Array): Bytes {
  return encode((writer) => writer.opaque(utf8(`MLS 1.0 ${label}`)).opaque(content));
}

/** `SignWithLabel` of MLS (RFC 9420 §5.1.2). */
export function signWithLabel(signer: Signer, label: string, content: Uint8Array): Promise<Uint8Array> {
  return signer.sign(labelled(label, content));
}

/** `VerifyWithLabel` of MLS (RFC 9420 §5.1.2). */
export function verifyWithLabel(
  publicKey: Uint8Array,
  label: string,
  content: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verifySignature(publicKey, labelled(label, content), signature);
}

/** What names a key in a list of signatures: the SHA-256 of the public key. */
export function keyId(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey);
}
