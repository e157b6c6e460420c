import { createHmac } from "node:crypto";
import { sameText } from "@/lib/auth/secrets";
import { HOUR_MS } from "@/lib/time";

/** How long (ms) a link to a new password works. */
export const RESET_MS = HOUR_MS;

/** The account that a link is for, as it is when the link is made. */
interface Account {
  id: string;
  /** The stored hash. A link ends with the password that it was made for, so that it works once. */
  passwordHash: string | null;
}

const PATTERN = /^(\d{1,20})\.([0-9a-z]{1,11})\.([\w-]{43})$/;

/**
 * A token with which somebody may set a new password until `until` (Unix ms). Nothing is stored: it is signed, and
 * depends on the present password.
 */
export function resetToken({ id, passwordHash }: Account, until: number, secret: string): string {
  const limit = until.toString(36);
  const signed = ["password reset", id, limit, passwordHash ?? ""].join("\n");
  return `${id}.${limit}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** The id of the account that a token claims to be for, or null when it has expired or is malformed. */
export function claimedBy(token: string, now: number): string | null {
  const [, id, limit] = PATTERN.exec(token) ?? [];
  return id !== undefined && limit !== undefined && parseInt(limit, 36) > now ? id : null;
}

/** Whether a token that `claimedBy` accepted was made for this account as it is now. */
export function isResetToken(token: string, account: Account, secret: string): boolean {
  const [, , limit = ""] = PATTERN.exec(token) ?? [];
  return sameText(token, resetToken(account, parseInt(limit, 36), secret));
}
