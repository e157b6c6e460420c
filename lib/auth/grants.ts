import { createHash } from "node:crypto";
import { z } from "zod";
import type { Token } from "@/lib/auth/schema";
import { covers, grantable, scopesOf } from "@/lib/auth/scopes";
import { digest, newSecret, sameText } from "@/lib/auth/secrets";
import { revokeHash } from "@/lib/auth/writes";
import { newId } from "@/lib/ids";
import { read, write, IdRow } from "@/lib/neo4j";
import { MINUTE_MS } from "@/lib/time";

/** For apps without a redirect address: the code is displayed, and typed into the app. */
export const OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

/** How long a code may wait to be redeemed, in milliseconds. */
const CODE_LIFE = 10 * MINUTE_MS;

const AppRow = z.object({
  id: z.string(),
  name: z.string(),
  website: z.string().nullable(),
  redirectUris: z.array(z.string()),
  scopes: z.array(z.string()),
});
const CodeRow = z.object({
  scopes: z.array(z.string()),
  redirectUri: z.string(),
  challenge: z.string().nullable(),
  until: z.number(),
  personId: z.string().nullable(),
});
const Redeemed = z.object({ first: z.boolean(), tokenHash: z.string() });

/** An app's authorization request, as the query parameters have it. */
export interface AccessRequest {
  response_type?: string;
  client_id?: string;
  redirect_uri?: string;
  scope?: string;
  state?: string;
  code_challenge?: string;
  code_challenge_method?: string;
}

/** A valid request, or the reason why it is invalid. */
export type EvaluatedRequest =
  | { ok: true; app: z.infer<typeof AppRow>; scopes: string[]; redirectUri: string; challenge: string | null }
  | { ok: false; reason: "client" | "redirect" | "response_type" | "scope" | "challenge" };

/**
 * Validates an authorization request against the app's registration.
 * @param isStaff whether the person who is asked takes part in running the town
 */
export async function evaluateRequest(asked: AccessRequest, isStaff: boolean): Promise<EvaluatedRequest> {
  const [app] = await read("auth/app_by_client", { clientId: asked.client_id ?? "" }, AppRow);
  if (!app) return { ok: false, reason: "client" };
  const redirectUri = asked.redirect_uri ?? "";
  // Compared exactly: looser comparisons have allowed codes to be stolen.
  if (!app.redirectUris.includes(redirectUri) || !isSafeRedirect(redirectUri)) return { ok: false, reason: "redirect" };
  if (asked.response_type !== "code") return { ok: false, reason: "response_type" };
  const scopes = scopesOf(asked.scope || "read");
  const granted = grantable(scopes, isStaff);
  if (!covers(app.scopes, scopes) || granted.length === 0) return { ok: false, reason: "scope" };
  const challenge = asked.code_challenge || null;
  const method = asked.code_challenge_method || null;
  const proof = challenge === null ? method === null : method === "S256" && /^[\w-]{43}$/.test(challenge);
  if (!proof) return { ok: false, reason: "challenge" };
  return { ok: true, app, scopes: granted, redirectUri, challenge };
}

/** Schemes that a browser would run or open itself instead of starting an app. */
const UNSAFE = new Set(
  "javascript data vbscript blob file about filesystem view-source ws wss ftp mailto tel sms intent".split(" "),
);

/**
 * Whether a browser may be redirected to an address: not to a script, nor to one of our own addresses. Browsers ignore
 * control characters and spaces in a URL, so an address with any is rejected.
 */
export function isSafeRedirect(uri: string): boolean {
  if (uri === OUT_OF_BAND) return true;
  if (/[\p{Cc}\p{Z}\p{Cf}\\]/u.test(uri) || !URL.canParse(uri)) return false;
  return !UNSAFE.has(new URL(uri).protocol.slice(0, -1));
}

/** Grants a request: creates a code that the app can redeem for a token once, within ten minutes. */
export async function grantCode(personId: string, granted: EvaluatedRequest & { ok: true }): Promise<string> {
  const code = newSecret();
  const { app, scopes, redirectUri, challenge } = granted;
  const now = Date.now();
  const params = { appId: app.id, personId, hash: digest(code), scopes, redirectUri, challenge };
  await write("auth/create_code", { ...params, until: now + CODE_LIFE, now }, IdRow);
  return code;
}

/**
 * Redeems a code for an access token. Null when it is unknown, of another app, expired or used, or when its redirect
 * address or PKCE verifier does not match. A code that is used twice was stolen by one of the two: the token of the
 * first use is revoked.
 */
export async function redeemCode(
  clientId: string,
  { code, redirectUri, verifier }: { code: string; redirectUri: string; verifier: string | null },
): Promise<Token | null> {
  const hash = digest(code);
  const [row] = await read("auth/code_by_hash", { hash, clientId }, CodeRow);
  if (!row?.personId || row.until < Date.now() || row.redirectUri !== redirectUri) return null;
  if (!matchesChallenge(row.challenge, verifier)) return null;
  const token = newSecret();
  const at = Date.now();
  const params = { hash, clientId, tokenHash: digest(token), id: newId(), at };
  const [redeemed] = await write("auth/redeem_code", params, Redeemed);
  if (!redeemed) return null;
  if (!redeemed.first) {
    await revokeHash(clientId, redeemed.tokenHash);
    return null;
  }
  return {
    access_token: token,
    token_type: "Bearer",
    scope: row.scopes.join(" "),
    created_at: Math.floor(at / 1000),
  };
}

/** Whether a PKCE verifier matches its challenge (RFC 7636, S256); without a challenge there must be no verifier. */
function matchesChallenge(challenge: string | null, verifier: string | null): boolean {
  if (challenge === null || verifier === null) return challenge === verifier;
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false;
  return sameText(createHash("sha256").update(verifier).digest("base64url"), challenge);
}

/** The redirect address of an app with the result of its request as parameters. */
export function answerAddress(redirectUri: string, answer: Record<string, string | undefined>): string {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) if (value) address.searchParams.set(name, value);
  return address.href;
}
