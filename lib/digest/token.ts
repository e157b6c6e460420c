import { createHmac } from "node:crypto";
import { sameText } from "@/lib/auth/secrets";

/** The token with which a person ends the weekly mail, signed and without an end: old mails must stay good for it. */
export function unsubscribeToken(personId: string, secret: string): string {
  return `${personId}.${createHmac("sha256", secret).update(`weekly mail\n${personId}`).digest("base64url")}`;
}

/** The person whose weekly mail a token ends, or null when it was not made here. */
export function unsubscribes(token: string, secret: string): string | null {
  const [personId = ""] = token.split(".");
  return sameText(token, unsubscribeToken(personId, secret)) ? personId : null;
}
