import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Checks `Authorization: Bearer …` in a time that says nothing about the token: digests are
 * compared, so not even its length can be learned.
 */
export function bearerCheck(token: string): (header: string | undefined) => boolean {
  const expected = digest(`Bearer ${token}`);
  return (header) => header !== undefined && timingSafeEqual(digest(header), expected);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
