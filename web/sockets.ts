import type { IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { ADDRESS_HEADER } from "@/lib/http/address";
import { refuseHandshake } from "@/lib/http/handshake";
import { log } from "@/lib/log";
import { isShuttingDown } from "@/lib/shutdown";
import { firstAvailable, type Gateway } from "@/web/gateways";

/** What gateways serve by WebSocket: Socket.IO, and Mastodon's streaming API. */
const SERVED = /^\/(socket\.io|api\/v1\/streaming)(\/|\?|$)/;

/**
 * Proxies a WebSocket handshake to a gateway, byte for byte, so that pages and live events share one origin. The gateway
 * with the fewest sockets is tried first; when it does not answer, the next one.
 */
export function proxySocket(incoming: IncomingMessage, client: Duplex, head: Buffer, address: string): void {
  if (isShuttingDown()) return refuseHandshake(client, "503 Service Unavailable");
  if (!SERVED.test(incoming.url ?? "")) return refuseHandshake(client, "404 Not Found");
  client.on("error", () => client.destroy());
  void pass(client, Buffer.concat([Buffer.from(requestHead(incoming, address), "latin1"), head]));
}

async function pass(client: Duplex, handshake: Buffer): Promise<void> {
  const found = await firstAvailable((gateway, timeoutMs) => shakeHands(gateway, client, handshake, timeoutMs));
  if (!found) return refuseHandshake(client, "503 Service Unavailable");
  const { gateway, answer } = found;
  const { upstream, first } = answer;
  if (client.destroyed) return void upstream.destroy();
  gateway.open.add(client);
  client.on("close", () => {
    gateway.open.delete(client);
    upstream.destroy();
  });
  upstream.on("close", () => client.destroy());
  client.write(first);
  upstream.pipe(client).pipe(upstream);
}

/** Sends the handshake and waits for the first bytes of the answer; null when the gateway is not available. */
function shakeHands(
  { host, port }: Gateway,
  client: Duplex,
  handshake: Buffer,
  timeoutMs: number,
): Promise<{ upstream: Socket; first: Buffer } | null> {
  return new Promise((resolve) => {
    const upstream = connect({ host, port, noDelay: true });
    const give = (why: string) => {
      log().debug({ host, port, why }, "gateway not available");
      upstream.destroy();
      resolve(null);
    };
    const late = setTimeout(() => give("late"), timeoutMs);
    upstream.on("error", (error) => give(error.message));
    upstream.once("close", () => give("closed"));
    upstream.once("data", (first) => {
      clearTimeout(late);
      // The sidecar is only a worker, or its gateway has not started yet.
      if (first.subarray(0, 12).toString("latin1") === "HTTP/1.1 404") return give("no gateway");
      upstream.pause();
      resolve({ upstream, first });
    });
    client.once("close", () => upstream.destroy());
    upstream.write(handshake);
  });
}

function requestHead(incoming: IncomingMessage, address: string): string {
  const lines = [`GET ${incoming.url} HTTP/1.1`, `${ADDRESS_HEADER}: ${address}`];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    if (incoming.rawHeaders[index]?.toLowerCase() === ADDRESS_HEADER) continue;
    lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n`;
}
