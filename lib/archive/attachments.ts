import { sha256 } from "@noble/hashes/sha2.js";
import { equal } from "@/lib/bytes/encoding";
import type { Bytes } from "@/lib/bytes/tls";
import { ArchiveError, decryptWith, encryptWith, random } from "@/lib/archive/seal";
import { paddedLength } from "@/lib/mls/padding";

/** What somebody needs to read an encrypted file: part of the message that names it. */
export interface AttachmentKeys {
  /** AES-256-GCM, 32 bytes. */
  key: Uint8Array;
  /** 12 bytes. */
  nonce: Uint8Array;
  /** SHA-256 of the encrypted file. */
  hash: Uint8Array;
  /** Bytes of the file itself. */
  size: number;
}

const NO_AAD = new Uint8Array();

/** Encrypts a file with a key of its own. Zeros behind it hide its length. */
export async function encryptAttachment(file: Uint8Array): Promise<AttachmentKeys & { encrypted: Bytes }> {
  const [key, nonce] = [random(32), random(12)];
  const padded = new Uint8Array(paddedLength(file.length));
  padded.set(file);
  const encrypted = await encryptWith(key, nonce, NO_AAD, padded);
  return { encrypted, key, nonce, hash: sha256(encrypted), size: file.length };
}

/** The inverse of encryptAttachment. Throws ArchiveError "undecryptable" if it is another file. */
export async function decryptAttachment(encrypted: Uint8Array, keys: AttachmentKeys): Promise<Bytes> {
  if (!equal(sha256(encrypted), keys.hash)) throw new ArchiveError("undecryptable", "The file is another one.");
  const padded = await decryptWith(keys.key, new Uint8Array(keys.nonce), NO_AAD, encrypted);
  if (padded.length < keys.size) throw new ArchiveError("undecryptable", "The file is shorter than it should be.");
  return padded.slice(0, keys.size);
}
