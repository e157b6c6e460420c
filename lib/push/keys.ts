import { createPublicKey } from "node:crypto";

/** Decodes base64url or base64, with or without padding. Null for anything else. */
function bytesOf(text: string): Buffer | null {
  return /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, "base64url") : null;
}

/**
 * The keys of a subscription, normalised to base64url without padding; null unless they are usable for encryption: a
 * point of P-256 and 16 bytes.
 */
export function usableKeys({
  p256dh,
  auth,
}: {
  p256dh: string;
  auth: string;
}): { p256dh: string; auth: string } | null {
  const [point, secret] = [bytesOf(p256dh), bytesOf(auth)];
  if (!point || !secret || secret.length !== 16 || !isPoint(point)) return null;
  return { p256dh: point.toString("base64url"), auth: secret.toString("base64url") };
}

function isPoint(point: Buffer): boolean {
  if (point.length !== 65 || point[0] !== 4) return false;
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  try {
    createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
    return true;
  } catch {
    return false;
  }
}
