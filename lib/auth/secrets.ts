import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** A new secret of 256 bits, as URL-safe text. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** How tokens and client secrets are stored. They are random, so a fast hash is enough. */
export function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** Compares two texts in constant time. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
}

/** OWASP's minimum for Argon2id: 19 MiB, 2 passes, 1 lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), ARGON2ID);
}

/**
 * Whether a password matches a stored hash. With null (no such account) it takes as long and returns false, so that
 * the response time does not reveal which accounts exist.
 */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await decoy());
  const matches = await verify(against, password.normalize("NFKC"));
  return stored !== null && matches;
}

let decoyHash: Promise<string> | undefined;
function decoy(): Promise<string> {
  return (decoyHash ??= hash(newSecret(), ARGON2ID));
}
