import { join, malformed, same, zeros, type Bytes } from "./bytes";
import type { File } from "./parts";
import { decrypt, encrypt, padded, random, sha256 } from "./crypto";

/* Files of messages (messages.md, section 10). */

type Keys = Pick<File, "key" | "nonce" | "hash" | "size">;

/** A file as it is uploaded, and what somebody needs to read it. */
export function sealFile(file: Uint8Array): Keys & { encrypted: Bytes } {
  const [key, nonce] = [random(32), random(12)];
  const encrypted = encrypt(key, nonce, zeros(0), join(file, zeros(padded(file.length) - file.length)));
  return { key, nonce, encrypted, hash: sha256(encrypted), size: file.length };
}

/** @throws Unopenable; Malformed for another file */
export function openFile(encrypted: Uint8Array, { key, nonce, hash, size }: Keys): Bytes {
  if (!same(sha256(encrypted), hash)) malformed("another file");
  const opened = decrypt(key, nonce, zeros(0), encrypted);
  return opened.length < size ? malformed("a file that is too short") : opened.slice(0, size);
}
