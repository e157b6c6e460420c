import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ApiError } from "@/lib/errors";
import { errorResponse } from "@/lib/http/problem";
import { isStreamed } from "@/lib/http/stream";
import { log } from "@/lib/log";
import { withStoreBudget } from "@/lib/store-timeout";
import { hearOut, toRequest } from "@/web/incoming";
import { match, type Match } from "@/web/router";

/**
 * Apps that run in a browser call from other origins. They bring tokens; cookies stay out of it, and so does what is
 * only for our own pages or for nobody's.
 */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
  "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key",
  "access-control-expose-headers": "Link, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After",
  "access-control-max-age": "86400",
};
const CLOSED = new Set(["/metrics", "/ready"]);

/** Under these addresses everything is the API's, also what does not exist; but for Next's own parts. */
const OURS = /^\/(?!api\/auth\/|api\/openapi\.json$|oauth\/authorize\/?$)(api|oauth)(\/|$)/;

/**
 * Answers a request for the API with the handler that Next would call, without Next in between.
 * @returns the route's pattern, or null when the path is none of the API's
 */
export async function answerApi(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<string | null> {
  const found = match(url.pathname);
  if (!found && !OURS.test(url.pathname)) return null;
  const cors = !found || isOpen(found);
  if (incoming.method === "OPTIONS" && found) {
    outgoing.writeHead(204, cors ? CORS : {}).end();
    return found.pattern;
  }
  const response = await (found ? answerFound(found, incoming, url) : unknown(url));
  for (const [name, value] of Object.entries(cors ? CORS : {})) outgoing.setHeader(name, value);
  await send(response, incoming, outgoing);
  return found?.pattern ?? "unknown";
}

/** Whether pages of other sites may read what an address answers. */
function isOpen({ pattern, module }: Match): boolean {
  return !CLOSED.has(pattern) && Object.values(module).some(({ declaration }) => declaration.auth !== "session");
}

async function answerFound({ module, params }: Match, incoming: IncomingMessage, url: URL): Promise<Response> {
  const method = incoming.method === "HEAD" ? "GET" : incoming.method;
  const handler = module[method as keyof typeof module];
  if (!handler) return notAllowed(url, Object.keys(module));
  const request = await toRequest(incoming, url);
  return withStoreBudget(() => handler(request, { params: Promise.resolve(params) }));
}

function unknown(url: URL): Response {
  return errorResponse(new ApiError("not_found"), new Request(url));
}

function notAllowed(url: URL, methods: string[]): Response {
  const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].toSorted().join(", ");
  return errorResponse(new ApiError("method_not_allowed", { headers: { allow } }), new Request(url));
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const headOnly = incoming.method === "HEAD";
  outgoing.statusCode = response.status;
  outgoing.setHeader("cache-control", "private, no-store");
  outgoing.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  if (isStreamed(response) && response.body) return pass(response.body, outgoing, headOnly);
  const body = Buffer.from(await response.arrayBuffer());
  // Of what the caller has already, the length is not told anew (RFC 9110, 8.6).
  if (response.status !== 304) outgoing.setHeader("content-length", body.length);
  if (incoming.complete) return void outgoing.end(headOnly ? undefined : body);
  // Refused before all of it was read: the answer goes out at once, the rest is heard out behind it.
  if (headOnly || body.length === 0) outgoing.flushHeaders();
  else outgoing.write(body);
  const whole = await hearOut(incoming);
  outgoing.end(() => whole || incoming.destroy());
}

/** Sends what comes about while it is sent. Whoever broke it off gets no more; half of it is no whole answer. */
async function pass(body: ReadableStream<Uint8Array>, outgoing: ServerResponse, headOnly: boolean): Promise<void> {
  if (headOnly) {
    outgoing.end();
    return body.cancel();
  }
  try {
    await pipeline(Readable.from(body), outgoing);
  } catch (error) {
    log().warn({ err: error }, "an answer was broken off");
  }
}
