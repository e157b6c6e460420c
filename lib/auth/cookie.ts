import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { SessionClaims } from "@/lib/auth/schema";

/** How long (s) a web session lasts without a visit. */
export const SESSION_SECONDS = 60 * 24 * 60 * 60;

/** The name of next-auth's session cookie; over TLS it has the `__Secure-` prefix. */
export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** The claims of a session cookie; null when it is forged, expired or malformed. */
export async function openSession(cookie: string): Promise<SessionClaims | null> {
  try {
    const claims = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET });
    const parsed = SessionClaims.safeParse(claims);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A `Set-Cookie` value that signs the person in, for sign-ins that do not go through next-auth. */
export async function sealSession(claims: SessionClaims): Promise<string> {
  const token = await encode({ token: claims, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });
  const secure = isSecure() ? "; Secure" : "";
  return `${sessionCookieName()}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SESSION_SECONDS}${secure}`;
}

/** The value of one cookie in a `Cookie` header. */
export function cookieValue(header: string | null, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** Whether cookies are restricted to TLS. */
export function isSecure(): boolean {
  return env().BARKER_ORIGIN.startsWith("https:");
}
