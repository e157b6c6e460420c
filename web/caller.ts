import type { IncomingMessage } from "node:http";
import { env } from "@/lib/env";
import { ADDRESS_HEADER, isLoopback, LOCAL_HEADER } from "@/lib/http/address";
import { log } from "@/lib/log";

/** What proxies add to a request. With one of these, the socket says nothing about who calls. */
const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via"];

let warned = false;

/** Tells handlers who calls, in headers that nobody outside can set. */
export function noteCaller(incoming: IncomingMessage): void {
  incoming.headers[ADDRESS_HEADER] = addressOf(incoming);
  incoming.headers[LOCAL_HEADER] = isLocal(incoming) ? "yes" : "no";
}

/** The caller's address; behind a trusted proxy the one that it saw. */
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
    "X-Forwarded-For arrives and is not believed: everybody behind the proxy shares one rate limit. If a proxy of yours sets it, start Barker with BARKER_TRUST_PROXY=on.",
  );
}
