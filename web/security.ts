import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";

const isTls = () => env().BARKER_ORIGIN.startsWith("https:");

/** Headers that every answer carries. */
export function secure(outgoing: ServerResponse): void {
  outgoing.setHeader("x-content-type-options", "nosniff");
  outgoing.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  outgoing.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=(self)");
  if (!isTls()) return;
  // Browsers heed these two with TLS alone, and complain of the first without.
  outgoing.setHeader("cross-origin-opener-policy", "same-origin");
  outgoing.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
}

/** Our own sockets, by the name the page was asked for: older Safari does not count them as 'self'. */
function socketsOf(host: string | undefined): string {
  const known = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host ?? "");
  return known ? ` ${isTls() ? "wss" : "ws"}://${host}` : "";
}

/**
 * A page's content security policy: scripts only with this answer's nonce. Next finds the nonce in
 * the *request's* policy header and puts it on its own scripts.
 * Style attributes are how React and the list's virtualiser place things; they cannot run code.
 */
export function protectPage(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const nonce = randomBytes(16).toString("base64");
  const evaluation = env().NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${socketsOf(incoming.headers.host)}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  incoming.headers["content-security-policy"] = policy;
  incoming.headers["x-nonce"] = nonce;
  outgoing.setHeader("content-security-policy", policy);
}
