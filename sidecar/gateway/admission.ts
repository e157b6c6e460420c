import type { IncomingMessage } from "node:http";
import { identityOfCookie, identityOfToken } from "@/lib/auth/reads";
import type { Identity } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { ADDRESS_HEADER, addressKey } from "@/lib/http/address";
import { isOwnOrigin } from "@/lib/http/origin";
import { Handshake } from "@/lib/realtime/schema";

/** Handshakes per address and window; generous, because a whole office may share an address. */
const MAX_CONNECTS = 300;
const WINDOW_MS = 10_000;

const seen = new Map<string, { count: number; until: number }>();

/** The address of a client, as a web process saw it, in the form in which limits count it. */
export function callerOf(request: IncomingMessage): string {
  return addressKey(String(request.headers[ADDRESS_HEADER] ?? request.socket.remoteAddress));
}

/** Whether an address may open another socket now. Clients retry after a refusal. */
export function isWithinConnectLimit(request: IncomingMessage): boolean {
  if (env().BARKER_RATE_LIMITS === "off") return true;
  const address = callerOf(request);
  const now = Date.now();
  const window = seen.get(address);
  if (!window || window.until < now) {
    if (seen.size > 10_000) seen.clear();
    seen.set(address, { count: 1, until: now + WINDOW_MS });
    return true;
  }
  return ++window.count <= MAX_CONNECTS;
}

/**
 * Identifies a client: an app by its token, Barker's own pages by their cookie.
 * @returns null for an unknown client
 */
export async function identify(token: unknown, request: IncomingMessage): Promise<Identity | null> {
  if (typeof token === "string" && token !== "") {
    const given = Handshake.shape.token.safeParse(token).data;
    const identity = given === undefined ? null : await identityOfToken(given);
    return identity?.by === "token" ? identity : null;
  }
  const { origin, host, cookie } = request.headers;
  if (origin === undefined || !isOwnOrigin(origin, host ?? null)) return null;
  return identityOfCookie(cookie ?? null);
}
