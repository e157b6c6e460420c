import { isLinkToken, linkToken } from "@/lib/account/links";
import { HOUR_MS } from "@/lib/time";

/** How long (ms) a link to a new password works. */
export const RESET_MS = HOUR_MS;

/** The account that a link is for, as it is when the link is made. */
interface Account {
  id: string;
  /** The stored hash. A link ends with the password that it was made for, so that it works once. */
  passwordHash: string | null;
  /** The address to which it is sent. A link ends when the account gets another one. */
  email: string | null;
}

/** A token with which somebody may set a new password until `until` (Unix ms). */
export function resetToken(account: Account, until: number, secret: string): string {
  return linkToken(resetLink(account), until, secret);
}

/** Whether a token that has not expired was made for this account as it is now. */
export function isResetToken(token: string, account: Account, secret: string): boolean {
  return isLinkToken(token, resetLink(account), secret);
}

function resetLink({ id, passwordHash, email }: Account) {
  return { purpose: "password reset", id, bound: `${passwordHash ?? ""}\n${email ?? ""}` } as const;
}
