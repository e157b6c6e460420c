import type { IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";
import { ADDRESS_HEADER } from "@/lib/http/address";
import { log } from "@/lib/log";
import { isShuttingDown, spreadOver } from "@/lib/shutdown";

/** How long (ms) a gateway that did not answer is skipped, unless no other answers either. */
const SKIP_MS = 2_000;
/** How long (ms) a gateway may take to answer a handshake before the next is tried; the last one gets longer. */
const TIMEOUT_MS = 3_000;
const LAST_TIMEOUT_MS = 15_000;

interface Gateway {
  host: string;
  port: number;
  /** The client sockets that this process proxies to it. */
  open: Set<Duplex>;
  skippedUntil: number;
}

const gateways = env()
  .BARKER_SIDECARS.split(",")
  .filter(Boolean)
  .map((address): Gateway => {
    const at = address.lastIndexOf(":");
    const host = address.slice(0, at).replace(/^\[|\]$/g, "");
    return { host, port: Number(address.slice(at + 1)), open: new Set(), skippedUntil: 0 };
  });

/**
 * Proxies a WebSocket handshake for /socket.io to a gateway, byte for byte, so that pages and live events share one
 * origin. The gateway with the fewest sockets is tried first; when it does not answer, the next one.
 */
export function proxySocket(incoming: IncomingMessage, client: Duplex, head: Buffer, address: string): void {
  if (isShuttingDown()) return refuse(client, "503 Service Unavailable");
  if (!incoming.url?.startsWith("/socket.io") || gateways.length === 0) return refuse(client, "404 Not Found");
  client.on("error", () => client.destroy());
  void pass(client, Buffer.concat([Buffer.from(requestHead(incoming, address), "latin1"), head]));
}

/** Closes all sockets, spread over `ms`; their clients reconnect through another process. */
export async function endSockets(ms: number): Promise<void> {
  const all = gateways.flatMap(({ open }) => [...open]);
  await spreadOver(all, ms, (client) => client.destroy());
}

async function pass(client: Duplex, handshake: Buffer): Promise<void> {
  const now = Date.now();
  const order = gateways.toSorted(
    (a, b) => Number(a.skippedUntil > now) - Number(b.skippedUntil > now) || a.open.size - b.open.size,
  );
  for (const gateway of order) {
    const timeoutMs = gateway === order.at(-1) ? LAST_TIMEOUT_MS : TIMEOUT_MS;
    const answer = await shakeHands(gateway, client, handshake, timeoutMs);
    if (client.destroyed) return void answer?.upstream.destroy();
    if (!answer) {
      gateway.skippedUntil = Date.now() + SKIP_MS;
      continue;
    }
    const { upstream, first } = answer;
    gateway.skippedUntil = 0;
    gateway.open.add(client);
    client.on("close", () => {
      gateway.open.delete(client);
      upstream.destroy();
    });
    upstream.on("close", () => client.destroy());
    client.write(first);
    upstream.pipe(client).pipe(upstream);
    return;
  }
  refuse(client, "503 Service Unavailable");
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

function refuse(client: Duplex, status: string): void {
  client.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
}

function requestHead(incoming: IncomingMessage, address: string): string {
  const lines = [`GET ${incoming.url} HTTP/1.1`, `${ADDRESS_HEADER}: ${address}`];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    if (incoming.rawHeaders[index]?.toLowerCase() === ADDRESS_HEADER) continue;
    lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n`;
}
