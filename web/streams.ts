import { request, type IncomingMessage, type ServerResponse } from "node:http";
import { ERRORS } from "@/lib/errors";
import { ADDRESS_HEADER } from "@/lib/http/address";
import { log } from "@/lib/log";
import { isShuttingDown } from "@/lib/shutdown";
import { firstAvailable, type Gateway } from "@/web/gateways";
import { CORS } from "@/web/security";

/** Mastodon's streaming API as server-sent events. */
const SERVED = /^\/api\/v1\/streaming(\/|$)/;

/** How long (ms) a client may take to read the end of a stream. */
const CLOSING_MS = 5_000;

/**
 * Answers a request for server-sent events from a gateway: events are passed on as they come, no faster than the client
 * reads them.
 * @returns whether it was such a request
 */
export function proxyStream(incoming: IncomingMessage, outgoing: ServerResponse, url: URL, address: string): boolean {
  if (incoming.method !== "GET" || !SERVED.test(url.pathname)) return false;
  for (const [name, value] of Object.entries(CORS)) outgoing.setHeader(name, value);
  outgoing.setHeader("cache-control", "private, no-store");
  void pass(incoming, outgoing, url, address);
  return true;
}

async function pass(incoming: IncomingMessage, outgoing: ServerResponse, url: URL, address: string): Promise<void> {
  const headers = { ...incoming.headers, [ADDRESS_HEADER]: address, connection: "close" };
  const found = isShuttingDown()
    ? null
    : await firstAvailable((gateway, timeoutMs) =>
        ask(gateway, outgoing, { path: url.pathname + url.search, headers, timeoutMs }),
      );
  if (!found) {
    outgoing.writeHead(503, { "content-type": "application/json", "retry-after": "2" });
    return void outgoing.end(JSON.stringify({ error: ERRORS.away[1], code: "away" }));
  }
  const { gateway, answer } = found;
  if (outgoing.destroyed) return void answer.destroy();
  gateway.open.add(outgoing);
  outgoing.on("close", () => {
    gateway.open.delete(outgoing);
    answer.destroy();
  });
  // The gateway has gone: an aborted response makes the client reconnect.
  answer.on("error", () => outgoing.destroy());
  // A client that reads nothing would never let the response end.
  answer.on("end", () => setTimeout(() => outgoing.destroy(), CLOSING_MS).unref());
  outgoing.writeHead(answer.statusCode ?? 503, { "content-type": answer.headers["content-type"] ?? "text/plain" });
  outgoing.flushHeaders();
  answer.pipe(outgoing);
}

interface Wish {
  path: string;
  headers: IncomingMessage["headers"];
  timeoutMs: number;
}

/** The beginning of a gateway's answer; null when the gateway is not available. */
function ask({ host, port }: Gateway, outgoing: ServerResponse, { timeoutMs, ...wish }: Wish) {
  return new Promise<IncomingMessage | null>((resolve) => {
    const asked = request({ host, port, agent: false, ...wish });
    const late = setTimeout(() => asked.destroy(new Error("late")), timeoutMs);
    asked.on("error", (error) => {
      log().debug({ host, port, why: error.message }, "gateway not available");
      resolve(null);
    });
    asked.on("response", (answer) => {
      clearTimeout(late);
      // The sidecar is only a worker, or its gateway has not started yet.
      const isGateway = answer.statusCode !== 404;
      if (!isGateway) answer.destroy();
      resolve(isGateway ? answer : null);
    });
    outgoing.once("close", () => asked.destroy());
    asked.end();
  });
}
