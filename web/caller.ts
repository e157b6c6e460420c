import type { IncomingMessage } from "node:http";
import { env } from "@/lib/env";
import { ADDRESS_HEADER, isLoopback, LOCAL_HEADER } from "@/lib/http/address";
import { log } from "@/lib/log";

/** Headers that proxies add. When one is present, the socket's address is not the caller's. */
const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via"];

let warned = false;

/** Passes the caller's address to handlers in headers that nobody outside can set. */
export function noteCaller(incoming: IncomingMessage): void {
  incoming.headers[ADDRESS_HEADER] = addressOf(incoming);
  incoming.headers[LOCAL_HEADER] = isLocal(incoming) ? "yes" : "no";
}

/** The caller's address; behind a trusted proxy, the one that the proxy saw. */
export function addressOf({ headers, socket }: IncomingMessage): string {
  const forwarded = String(headers["x-forwarded-for"] ?? "");
  const trusted = env().BARKER_TRUST_PROXY === "on";
  if (forwarded !== "" && !trusted) warnOnce();
  const seen = trusted ? forwarded.split(",").at(-1)?.trim() : "";
  return seen || socket.remoteAddress || "unknown";
}

function isLocal({ headers, socket }: IncomingMessage): boolean {
  if (FORWARDED.some((name) => headers[name] !== undefined)) return false;
  return isLoopback(socket.remoteAddress ?? "") && isLoopback(headers.host ?? "");
}

function warnOnce(): void {
  if (warned) return;
  warned = true;
  log().warn(
    "X-Forwarded-For is ignored, so everybody behind the proxy shares one rate limit. If your own proxy sets it, start Barker with BARKER_TRUST_PROXY=on.",
  );
}
