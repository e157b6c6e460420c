import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { SpanKind } from "@opentelemetry/api";
import next from "next";
import { env } from "@/lib/env";
import { ERRORS } from "@/lib/errors";
import { keepWorkerNumber } from "@/lib/instance/worker-number";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { closeDatabase } from "@/lib/instance/writes";
import { withStoreBudget } from "@/lib/store-timeout";
import { subscribeInvalidations } from "@/lib/redis/cache-invalidation";
import { isShuttingDown, onShutdown } from "@/lib/shutdown";
import { startTracing, traced } from "@/lib/tracing";
import { patienceOf } from "@/web/patience";
import { answerApi } from "@/web/api";
import { addressOf, noteCaller } from "@/web/caller";
import { isRouterStateReadable, readAddress } from "@/web/readable";
import { protectPage, secure } from "@/web/security";
import { endSockets } from "@/web/gateways";
import { proxySocket } from "@/web/sockets";
import { answerStatic } from "@/web/static";
import { proxyStream } from "@/web/streams";

// The web process: its own handlers serve the API, Next serves pages, and WebSockets are proxied to a sidecar.
// Files that it writes, such as pictures, are readable by its own account only.
process.umask(0o077);
const { HOST, PORT, NODE_ENV, BARKER_ORIGIN } = env();
// Next handles all upgrades of the server it is given, and closes those that are not its own. Therefore it gets a separate
// server, to which only the upgrades for hot reloading in development are passed on.
const upgradesOfNext = createServer();
const app = next({ dev: NODE_ENV === "development", hostname: HOST, port: PORT, httpServer: upgradesOfNext });
await app.prepare();
const answerPage = app.getRequestHandler();
const number = keepWorkerNumber();
const stopHearing = subscribeInvalidations();

const endTracing = await startTracing("barker-web");

const server = createServer((incoming, outgoing) => {
  void answer(incoming, outgoing);
});

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const started = performance.now();
  const id = randomUUID();
  noteCaller(incoming);
  outgoing.setHeader("x-request-id", id);
  secure(incoming, outgoing);
  // Keep-alive connections are closed with a response, never while a request is arriving.
  if (isShuttingDown()) outgoing.setHeader("connection", "close");
  let route: string | null = null;
  try {
    const url = readAddress(incoming, new URL(BARKER_ORIGIN).origin);
    // Streams stay open, so their duration says nothing about how fast requests are answered.
    if (url && proxyStream(incoming, outgoing, url, addressOf(incoming))) return;
    outgoing.once("finish", () => note(id, incoming, outgoing, route ?? "page", started));
    if (!url || !isRouterStateReadable(incoming)) return void (route = refuse(outgoing));
    if (answerStatic(incoming, outgoing, url)) return;
    route = await tracedAnswer(incoming, outgoing, url);
  } catch (error) {
    log().error({ err: error, id }, "request failed");
    if (!outgoing.headersSent) outgoing.statusCode = 500;
    outgoing.end();
  }
}

/**
 * Answers by the API or a page, as a trace of its own: anybody may send a `traceparent`.
 * @returns the route of the API, or null for a page
 */
function tracedAnswer(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<string | null> {
  const { method = "GET" } = incoming;
  return traced(method, { kind: SpanKind.SERVER, attributes: { "http.request.method": method } }, async (span) => {
    const route = await answerApi(incoming, outgoing, url);
    if (route === null) {
      protectPage(incoming, outgoing);
      await withStoreBudget(() => answerPage(incoming, outgoing), patienceOf(url.pathname));
    }
    span?.updateName(`${method} ${route ?? "page"}`);
    span?.setAttributes({ "http.route": route ?? "page", "http.response.status_code": outgoing.statusCode });
    return route;
  });
}

/** Answers a request that cannot be parsed. */
function refuse(outgoing: ServerResponse): string {
  outgoing.writeHead(400, { "content-type": "application/json" });
  outgoing.end(JSON.stringify({ error: ERRORS.bad_request[1], code: "bad_request" }));
  return "unreadable";
}

function note(id: string, incoming: IncomingMessage, outgoing: ServerResponse, route: string, started: number): void {
  const ms = performance.now() - started;
  const { method = "GET" } = incoming;
  metrics().requests.observe({ method, route, status: outgoing.statusCode }, ms / 1000);
  log().info({ id, method, route, status: outgoing.statusCode, ms: Math.round(ms * 10) / 10 }, "request");
}

server.on("upgrade", (incoming, socket, head) => {
  if (incoming.url?.startsWith("/_next")) upgradesOfNext.emit("upgrade", incoming, socket, head);
  else proxySocket(incoming, socket, head, addressOf(incoming));
});
server.keepAliveTimeout = 65_000;
// Load balancers send requests as soon as it listens.
await number.waited;
// Next takes every error that nobody handles for one that a process survives.
server.once("error", (error) => {
  log().fatal({ err: error }, "web cannot listen");
  process.exit(1);
});
server.listen(PORT, HOST, () => log().info({ port: PORT }, "web is up"));

onShutdown(async (ms) => {
  // Requests are still served meanwhile, because load balancers may notice late that /ready fails.
  await Promise.all([endSockets(ms), new Promise((resolve) => setTimeout(resolve, ms))]);
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
  stopHearing();
  await number.stop().catch(() => undefined);
  await closeDatabase();
  await endTracing();
});
