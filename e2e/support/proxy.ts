import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { listen } from "@/testing/listen";

export interface Proxy {
  url: string;
  /** The number of error responses of its own, because a server closed the connection. */
  failures: number;
  stop(): Promise<void>;
}

/** How long (ms) a server that refused a connection is skipped. */
const SKIP_MS = 500;

/**
 * A reverse proxy in front of several servers, which behaves like the usual ones: round robin, keep-alive connections,
 * and on to the next server only when a connection was refused, so that nothing can have been done.
 */
export async function balance(ports: number[]): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const rests = new Map<number, number>();
  let turn = 0;

  function inTurn(): number[] {
    const first = turn++ % ports.length;
    const order = [...ports.slice(first), ...ports.slice(0, first)];
    const resting = (port: number) => Number((rests.get(port) ?? 0) > performance.now());
    return order.toSorted((a, b) => resting(a) - resting(b));
  }
  const rest = (port: number) => void rests.set(port, performance.now() + SKIP_MS);

  function pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, [port, ...others]: number[]): void {
    if (port === undefined) return fail(outgoing);
    const { method, url: path, headers } = incoming;
    const forwarded = { ...headers, "x-forwarded-for": incoming.socket.remoteAddress };
    const asked = request({ host: "127.0.0.1", port, method, path, headers: forwarded, agent }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing).on("error", () => answer.destroy());
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNREFUSED") return fail(outgoing);
      rest(port);
      pass(incoming, body, outgoing, others);
    });
    asked.end(body);
  }

  function fail(outgoing: ServerResponse): void {
    proxy.failures++;
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end();
  }

  function upgrade(incoming: IncomingMessage, client: Duplex, [port, ...others]: number[]): void {
    if (port === undefined) return void client.destroy();
    const upstream = connect({ port, host: "127.0.0.1" }, () => {
      const head = [`${incoming.method} ${incoming.url} HTTP/1.1`];
      for (const [name, value] of Object.entries(incoming.headers)) head.push(`${name}: ${String(value)}`);
      upstream.write(`${head.join("\r\n")}\r\n\r\n`);
      upstream.pipe(client).pipe(upstream);
      upstream.on("close", () => client.destroy());
    });
    upstream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNREFUSED") return void client.destroy();
      rest(port);
      upgrade(incoming, client, others);
    });
    client.on("error", () => upstream.destroy()).on("close", () => upstream.destroy());
  }

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => pass(incoming, Buffer.concat(chunks), outgoing, inTurn()));
  });
  server.on("upgrade", (incoming, client) => upgrade(incoming, client, inTurn()));
  const proxy: Proxy = {
    url: `http://127.0.0.1:${await listen(server)}`,
    failures: 0,
    async stop() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
