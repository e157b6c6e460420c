import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";
import { ADDRESS_HEADER } from "@/lib/http/address";
import { log } from "@/lib/log";

let turn = 0;

/** The next sidecar, in turn. */
function nextSidecar(): { host: string; port: number } | null {
  const sidecars = env().BARKER_SIDECARS.split(",").filter(Boolean);
  const [host, port] = (sidecars[turn++ % sidecars.length] ?? "").split(":");
  return host && port ? { host, port: Number(port) } : null;
}

/**
 * Passes a WebSocket handshake for /socket.io on to a sidecar, byte for byte, so that pages and
 * live events share one origin. A sidecar that is away ends the connection; the client tries again.
 */
export function proxySocket(incoming: IncomingMessage, client: Duplex, head: Buffer, address: string): void {
  const sidecar = nextSidecar();
  if (!sidecar || !incoming.url?.startsWith("/socket.io")) {
    client.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
    return;
  }
  const upstream = connect(sidecar.port, sidecar.host, () => {
    upstream.setNoDelay(true);
    upstream.write(requestHead(incoming, address));
    if (head.length > 0) upstream.write(head);
    upstream.pipe(client).pipe(upstream);
  });
  upstream.on("error", (error) => {
    log().debug({ err: error }, "sidecar away");
    client.destroy();
  });
  client.on("error", () => upstream.destroy());
  client.on("close", () => upstream.destroy());
  upstream.on("close", () => client.destroy());
}

function requestHead(incoming: IncomingMessage, address: string): string {
  const lines = [`GET ${incoming.url} HTTP/1.1`, `${ADDRESS_HEADER}: ${address}`];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    if (incoming.rawHeaders[index]?.toLowerCase() === ADDRESS_HEADER) continue;
    lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n`;
}
