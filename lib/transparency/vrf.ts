import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { concat, equal } from "@/lib/bytes/encoding";

/*
 * The verifiable random function ECVRF-EDWARDS25519-SHA512-TAI of RFC 9381. Its holder computes an unguessable value
 * of any input, and proves with it that this is the only value.
 */

type Point = typeof ed25519.Point.BASE;

export const VRF_PROOF_LENGTH = 80;
const { Point } = ed25519;
const ORDER = Point.CURVE().n;
const SUITE = 0x03;
const CHALLENGE_LENGTH = 16;

/** The points of a proof, or what the proof says instead of them. */
interface Proof {
  gamma: Point;
  challenge: Uint8Array;
  response: bigint;
}

function toInteger(littleEndian: Uint8Array): bigint {
  let value = 0n;
  for (const byte of littleEndian.toReversed()) value = value * 256n + BigInt(byte);
  return value;
}

function fromInteger(value: bigint): Uint8Array {
  const bytes = new Uint8Array(32);
  let rest = value;
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number(rest & 255n);
    rest >>= 8n;
  }
  return bytes;
}

/** The point that these 32 bytes encode (RFC 8032 §5.1.3), or null. */
function toPoint(bytes: Uint8Array): Point | null {
  try {
    return Point.fromBytes(bytes, false);
  } catch {
    return null;
  }
}

/** A hash, with the domain separator and the end that the suite prescribes. */
function hash(domain: number, ...parts: Uint8Array[]): Uint8Array {
  return sha512(concat(Uint8Array.of(SUITE, domain), ...parts, Uint8Array.of(0)));
}

/** `ECVRF_encode_to_curve_try_and_increment` (RFC 9381 §5.4.1.1). Half of all counters give a point. */
function encodeToCurve(publicKey: Uint8Array, input: Uint8Array): Point {
  for (let counter = 0; counter < 256; counter += 1) {
    const point = toPoint(hash(1, publicKey, input, Uint8Array.of(counter)).slice(0, 32))?.clearCofactor();
    if (point !== undefined && !point.is0()) return point;
  }
  throw new Error("no counter gives a point");
}

/** `ECVRF_challenge_generation` (RFC 9381 §5.4.3). */
function challengeOf(...points: Point[]): Uint8Array {
  return hash(2, ...points.map((point) => point.toBytes())).slice(0, CHALLENGE_LENGTH);
}

/** `ECVRF_proof_to_hash` (RFC 9381 §5.2). */
function outputOf(gamma: Point): Uint8Array {
  return hash(3, gamma.clearCofactor().toBytes());
}

function decodeProof(proof: Uint8Array): Proof | null {
  if (proof.length !== VRF_PROOF_LENGTH) return null;
  const gamma = toPoint(proof.slice(0, 32));
  const response = toInteger(proof.slice(32 + CHALLENGE_LENGTH));
  if (gamma === null || response >= ORDER) return null;
  return { gamma, challenge: proof.slice(32, 32 + CHALLENGE_LENGTH), response };
}

/** The public key (32 bytes) of a secret key (32 bytes). */
export function vrfPublicKey(secretKey: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(secretKey);
}

/** The output (64 bytes) for an input, and the proof (80 bytes) that it is the output. */
export function vrfProve(secretKey: Uint8Array, input: Uint8Array): { proof: Uint8Array; output: Uint8Array } {
  const { scalar, prefix, point: key, pointBytes } = ed25519.utils.getExtendedPublicKey(secretKey);
  const base = encodeToCurve(pointBytes, input);
  const gamma = base.multiply(scalar);
  const nonce = toInteger(sha512(concat(prefix, base.toBytes()))) % ORDER;
  const challenge = challengeOf(key, base, gamma, Point.BASE.multiply(nonce), base.multiply(nonce));
  const response = (nonce + toInteger(challenge) * scalar) % ORDER;
  return { proof: concat(gamma.toBytes(), challenge, fromInteger(response)), output: outputOf(gamma) };
}

/** The output (64 bytes) that the proof proves for this key and input, or null when it proves nothing. */
export function vrfVerify(publicKey: Uint8Array, input: Uint8Array, proof: Uint8Array): Uint8Array | null {
  const key = toPoint(publicKey);
  const decoded = decodeProof(proof);
  // For a key of small order, its holder could prove many outputs of one input.
  if (key === null || key.isSmallOrder() || decoded === null) return null;
  const { gamma, challenge, response } = decoded;
  const factor = toInteger(challenge);
  const base = encodeToCurve(publicKey, input);
  const first = Point.BASE.multiplyUnsafe(response).subtract(key.multiplyUnsafe(factor));
  const second = base.multiplyUnsafe(response).subtract(gamma.multiplyUnsafe(factor));
  return equal(challengeOf(key, base, gamma, first, second), challenge) ? outputOf(gamma) : null;
}
