import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";

const isTls = () => env().BARKER_ORIGIN.startsWith("https:");

/**
 * The pages that a client app in a browser opens in a window of its own to sign somebody in. The app has to keep its
 * reference to that window: with `same-origin`, the browser would cut it off, and the app would wait for ever.
 */
const OPENED_BY_APPS = /^\/(oauth\/authorize|sign-in|join)\/?$/;

/** Files that anybody may load from anywhere: pictures of people and places, emoji, icons, what describes the app. */
const PUBLIC_FILES = /^\/(portraits|scenery|emoji|icons|screenshots)\/|^\/(favicon\.ico|manifest\.webmanifest)$/;

/**
 * CORS for apps that run in a browser on other origins. They send tokens, never cookies. Endpoints for our own pages and
 * internal ones are excluded.
 */
export const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
  "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key",
  "access-control-expose-headers": "Link, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After",
  "access-control-max-age": "86400",
};

/** Headers of every response. */
export function secure(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const path = incoming.url?.split("?", 1)[0] ?? "";
  outgoing.setHeader("x-content-type-options", "nosniff");
  outgoing.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  outgoing.setHeader("permissions-policy", "camera=(self), microphone=(), geolocation=(self)");
  if (PUBLIC_FILES.test(path)) {
    outgoing.setHeader("access-control-allow-origin", "*");
    outgoing.setHeader("cross-origin-resource-policy", "cross-origin");
  }
  if (!isTls()) return;
  // Browsers use these two only with TLS, and warn about the first without.
  outgoing.setHeader("cross-origin-opener-policy", OPENED_BY_APPS.test(path) ? "unsafe-none" : "same-origin");
  outgoing.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
}

/** The WebSocket origin for the requested host: older Safari does not include it in 'self'. */
function socketsOf(host: string | undefined): string {
  const known = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host ?? "");
  return known ? ` ${isTls() ? "wss" : "ws"}://${host}` : "";
}

/** The worker of encrypted messages, whose own policy applies to it: it opens passphrases with Argon2 in WebAssembly. */
const COMPILES = /^\/messages\.js(\?|$)/;
const WASM = " 'wasm-unsafe-eval'";

/**
 * A page's content security policy: scripts need this response's nonce. Next finds the nonce in the *request's* policy
 * header and adds it to its own scripts.
 * Style attributes are allowed because React and the list virtualiser position elements with them; they cannot run code.
 */
export function protectPage(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const nonce = randomBytes(16).toString("base64");
  const evaluation =
    env().NODE_ENV === "development" ? " 'unsafe-eval'" : COMPILES.test(incoming.url ?? "") ? WASM : "";
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
