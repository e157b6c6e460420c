import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { join, same, uint, type Bytes } from "../bytes";

/* ECVRF-EDWARDS25519-SHA512-TAI of RFC 9381, for verifiers. */

const { Point } = ed25519;
type CurvePoint = typeof Point.BASE;

function point(bytes: Uint8Array): CurvePoint | null {
  try {
    return Point.fromBytes(bytes);
  } catch {
    return null;
  }
}

const number = (bytes: Uint8Array) => bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
const hash = (front: number, ...parts: Uint8Array[]) =>
  sha512(join(uint(0x03, 1), uint(front, 1), ...parts, uint(0, 1)));

/** Section 5.4.1.1: the first hash that is the encoding of a point, times the cofactor. */
function toCurve(key: Uint8Array, input: Uint8Array): CurvePoint | null {
  for (let counter = 0; counter < 256; counter += 1) {
    const found = point(hash(0x01, key, input, uint(counter, 1)).subarray(0, 32))?.clearCofactor();
    if (found && !found.is0()) return found;
  }
  return null;
}

/** The 64 bytes that a proof proves to be the output for this input, or null. */
export function vrfOutput(key: Uint8Array, input: Uint8Array, proof: Uint8Array): Bytes | null {
  if (proof.length !== 80) return null;
  const [publicKey, gamma, base] = [point(key), point(proof.subarray(0, 32)), toCurve(key, input)];
  if (!publicKey || publicKey.isSmallOrder() || !gamma || !base) return null;
  const [challenge, response] = [proof.subarray(32, 48), number(proof.subarray(48))];
  if (response >= Point.CURVE().n) return null;
  const c = number(challenge);
  const u = Point.BASE.multiplyUnsafe(response).subtract(publicKey.multiplyUnsafe(c));
  const v = base.multiplyUnsafe(response).subtract(gamma.multiplyUnsafe(c));
  const again = hash(0x02, ...[publicKey, base, gamma, u, v].map((each) => each.toBytes()));
  return same(again.subarray(0, 16), challenge) ? new Uint8Array(hash(0x03, gamma.clearCofactor().toBytes())) : null;
}
