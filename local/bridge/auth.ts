import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Checks `Authorization: Bearer …` in constant time. Compares digests, so that the time does not even depend on the
 * token's length.
 */
export function bearerCheck(token: string): (header: string | undefined) => boolean {
  const expected = digest(`Bearer ${token}`);
  return (header) => header !== undefined && timingSafeEqual(digest(header), expected);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
