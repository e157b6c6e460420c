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

/** How a link reaches its person: whoever opens one that was mailed has shown that the address is theirs. */
export type ResetWay = "mail" | "operator";

const PURPOSES = { mail: "password reset by mail", operator: "password reset" } as const;

/** A token with which somebody may set a new password until `until` (Unix ms). */
export function resetToken(account: Account, way: ResetWay, until: number, secret: string): string {
  return linkToken(resetLink(account, way), until, secret);
}

/** How the link of a token came that has not expired; null when it was not made for this account as it is now. */
export function resetWayOf(token: string, account: Account, secret: string): ResetWay | null {
  const ways = ["mail", "operator"] as const;
  return ways.find((way) => isLinkToken(token, resetLink(account, way), secret)) ?? null;
}

function resetLink({ id, passwordHash, email }: Account, way: ResetWay) {
  return { purpose: PURPOSES[way], id, bound: `${passwordHash ?? ""}\n${email ?? ""}` };
}
