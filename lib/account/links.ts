import { createHmac } from "node:crypto";
import { sameText } from "@/lib/auth/secrets";

/** What a link that is sent by mail does. */
type Purpose = "password reset" | "password reset by mail" | "e-mail address";

interface Link {
  purpose: Purpose;
  /** The account that it is for. */
  id: string;
  /** What has to be as it was when the link was made, so that it ends with a change: an address, a password's hash. */
  bound: string;
}

const PATTERN = /^(\d{1,20})\.([0-9a-z]{1,11})\.([\w-]{43})$/;

/** The token of a link that works until `until` (Unix ms). Nothing is stored: it is signed. */
export function linkToken({ purpose, id, bound }: Link, until: number, secret: string): string {
  const limit = until.toString(36);
  const signed = [purpose, id, limit, bound].join("\n");
  return `${id}.${limit}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** The id of the account that a token claims to be for, or null when it has expired or is malformed. */
export function claimedBy(token: string, now: number): string | null {
  const [, id, limit] = PATTERN.exec(token) ?? [];
  return id !== undefined && limit !== undefined && parseInt(limit, 36) > now ? id : null;
}

/** Whether a token that `claimedBy` accepted was made for this. */
export function isLinkToken(token: string, link: Link, secret: string): boolean {
  const [, , limit = ""] = PATTERN.exec(token) ?? [];
  return sameText(token, linkToken(link, parseInt(limit, 36), secret));
}
