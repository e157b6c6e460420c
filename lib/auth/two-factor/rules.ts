import { Secret, TOTP } from "otpauth";
import { digest } from "@/lib/auth/secrets";

/** How long (s) a code of an authenticator app is shown. */
const PERIOD = 30;
/** How many steps a clock may be ahead or behind. */
const WINDOW = 1;
/** How many recovery codes somebody gets. */
const RECOVERY_CODES = 10;
/** The length (bytes) of a secret, as RFC 4226 recommends, and of a recovery code, which nobody guesses. */
const SECRET_BYTES = 20;
const RECOVERY_BYTES = 10;

/** A code as it is checked: the digits of an app, or a recovery code. */
export type GivenCode = { kind: "digits"; digits: string } | { kind: "recovery"; code: string };

/** What somebody typed, however they grouped it; null when it can be neither. */
export function readCode(typed: string): GivenCode | null {
  const code = typed.normalize("NFKC").replace(/[\s-]/g, "").toLowerCase();
  if (/^\d{6}$/.test(code)) return { kind: "digits", digits: code };
  return /^[a-z2-7]{16}$/.test(code) ? { kind: "recovery", code } : null;
}

/** A new secret for an authenticator app, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an authenticator app reads from a QR code. @param town the name of the town, which the app shows */
export function enrolmentUri(secret: string, { town, handle }: { town: string; handle: string }): string {
  return totp(secret, { issuer: town.replaceAll(":", " "), label: `@${handle}` }).toString();
}

/**
 * The step of time (30 s each since 1970) whose code these digits are, if a clock may be that far off; else null.
 * @param now Unix ms
 */
export function stepOf(secret: string, digits: string, now: number): number | null {
  const delta = totp(secret, {}).validate({ token: digits, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1_000 / PERIOD) + delta;
}

/** New recovery codes, in groups of four for people. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = new Secret({ size: RECOVERY_BYTES }).base32.toLowerCase();
    return code.replace(/(.{4})(?=.)/g, "$1-");
  });
}

/** How a recovery code is stored. It is random, so a fast hash is enough; the person in it keeps equal codes apart. */
export function hashRecoveryCode(personId: string, code: string): string {
  return digest(`${personId} ${code.replaceAll("-", "")}`);
}

function totp(secret: string, named: { issuer?: string; label?: string }): TOTP {
  return new TOTP({ ...named, secret: Secret.fromBase32(secret), period: PERIOD });
}
