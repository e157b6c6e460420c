import type { IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";
import { ADDRESS_HEADER } from "@/lib/http/address";
import { log } from "@/lib/log";
import { isShuttingDown, spreadOver } from "@/lib/shutdown";

/** A gateway that did not answer is asked again after this long (ms), or when no other does. */
const REST_MS = 2_000;
/** How long a gateway may take to answer a handshake (ms) before another is asked; the last has longer. */
const PATIENCE_MS = 3_000;
const LAST_PATIENCE_MS = 15_000;

interface Gateway {
  host: string;
  port: number;
  /** The sockets that this process has passed on to it. */
  open: Set<Duplex>;
  restsUntil: number;
}

const gateways = env()
  .BARKER_SIDECARS.split(",")
  .filter(Boolean)
  .map((address): Gateway => {
    const at = address.lastIndexOf(":");
    const host = address.slice(0, at).replace(/^\[|\]$/g, "");
    return { host, port: Number(address.slice(at + 1)), open: new Set(), restsUntil: 0 };
  });

/**
 * Passes a WebSocket handshake for /socket.io on to a gateway, byte for byte, so that pages and live events share one
 * origin: to the one with the fewest sockets, and if it does not answer to the next.
 */
export function proxySocket(incoming: IncomingMessage, client: Duplex, head: Buffer, address: string): void {
  if (isShuttingDown()) return refuse(client, "503 Service Unavailable");
  if (!incoming.url?.startsWith("/socket.io") || gateways.length === 0) return refuse(client, "404 Not Found");
  client.on("error", () => client.destroy());
  void pass(client, Buffer.concat([Buffer.from(requestHead(incoming, address), "latin1"), head]));
}

/** Ends all sockets, spread over `ms`: their clients come back by another way. */
export async function endSockets(ms: number): Promise<void> {
  const all = gateways.flatMap(({ open }) => [...open]);
  await spreadOver(all, ms, (client) => client.destroy());
}

async function pass(client: Duplex, handshake: Buffer): Promise<void> {
  const now = Date.now();
  const order = gateways.toSorted(
    (a, b) => Number(a.restsUntil > now) - Number(b.restsUntil > now) || a.open.size - b.open.size,
  );
  for (const gateway of order) {
    const patience = gateway === order.at(-1) ? LAST_PATIENCE_MS : PATIENCE_MS;
    const answer = await shakeHands(gateway, client, handshake, patience);
    if (client.destroyed) return void answer?.upstream.destroy();
    if (!answer) {
      gateway.restsUntil = Date.now() + REST_MS;
      continue;
    }
    const { upstream, first } = answer;
    gateway.restsUntil = 0;
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

/** Sends the handshake and waits for the first of the answer; null when the gateway is away. */
function shakeHands(
  { host, port }: Gateway,
  client: Duplex,
  handshake: Buffer,
  patience: number,
): Promise<{ upstream: Socket; first: Buffer } | null> {
  return new Promise((resolve) => {
    const upstream = connect({ host, port, noDelay: true });
    const give = (why: string) => {
      log().debug({ host, port, why }, "gateway away");
      upstream.destroy();
      resolve(null);
    };
    const late = setTimeout(() => give("late"), patience);
    upstream.on("error", (error) => give(error.message));
    upstream.once("close", () => give("closed"));
    upstream.once("data", (first) => {
      clearTimeout(late);
      // A sidecar that is only a worker, or whose gateway is not up yet.
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
