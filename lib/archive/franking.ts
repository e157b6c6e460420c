import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { ArchiveError } from "@/lib/archive/seal";

const SALT = 16;

/**
 * What commits a sender to a message without telling anybody what it says: HMAC-SHA256 of its bytes with its salt
 * as the key. It goes in the clear as the message's authenticated data (32 bytes), and a report opens it.
 *
 * @param salt 16 bytes: keys of other lengths could be made to fit a second message
 */
export function frankingTag(salt: Uint8Array, content: Uint8Array): Uint8Array {
  if (salt.length !== SALT) throw new ArchiveError("malformed", "The salt is not 16 bytes long.");
  return hmac(sha256, salt, content);
}
