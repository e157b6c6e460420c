import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ApiError } from "@/lib/errors";
import { errorResponse } from "@/lib/http/problem";
import { isStreamed } from "@/lib/http/stream";
import { log } from "@/lib/log";
import { hurried } from "@/lib/patience";
import { withBody } from "@/web/asked";
import { match } from "@/web/router";

/** Apps that run in a browser call from other origins. They bring tokens; cookies stay out of it. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
  "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key",
  "access-control-expose-headers": "Link, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After",
  "access-control-max-age": "86400",
};

/** Under these addresses everything is the API's, also what does not exist; but for Next's own parts. */
const OURS = /^\/(?!api\/auth\/|api\/openapi\.json$|oauth\/authorize\/?$)(api|oauth)(\/|$)/;

/**
 * Answers a request for the API with the handler that Next would call, without Next in between.
 * @returns the route's pattern, or null when the path is none of the API's
 */
export async function answerApi(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<string | null> {
  const found = match(url.pathname);
  if (!found) return OURS.test(url.pathname) ? answerUnknown(incoming, outgoing, url) : null;
  if (incoming.method === "OPTIONS") {
    outgoing.writeHead(204, CORS).end();
    return found.pattern;
  }
  const method = incoming.method === "HEAD" ? "GET" : incoming.method;
  const handler = found.module[method as keyof typeof found.module];
  const context = { params: Promise.resolve(found.params) };
  const response = handler
    ? await toRequest(incoming, url).then((request) => hurried(() => handler(request, context)))
    : notAllowed(url, Object.keys(found.module));
  await send(response, outgoing, incoming.method === "HEAD");
  return found.pattern;
}

async function answerUnknown(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<string> {
  await send(errorResponse(new ApiError("not_found"), new Request(url)), outgoing, incoming.method === "HEAD");
  return "unknown";
}

function notAllowed(url: URL, methods: string[]): Response {
  const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].toSorted().join(", ");
  return errorResponse(new ApiError("method_not_allowed", { headers: { allow } }), new Request(url));
}

async function toRequest(incoming: IncomingMessage, url: URL): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string") headers.set(name, value);
    else for (const item of value ?? []) headers.append(name, item);
  }
  const method = incoming.method ?? "GET";
  if (method === "GET" || method === "HEAD") return new Request(await withBody(incoming, url), { method, headers });
  return new Request(url, {
    method,
    headers,
    body: Readable.toWeb(incoming) as ReadableStream,
    duplex: "half",
  } as RequestInit);
}

async function send(response: Response, outgoing: ServerResponse, headOnly: boolean): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of Object.entries(CORS)) outgoing.setHeader(name, value);
  outgoing.setHeader("cache-control", "private, no-store");
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  if (isStreamed(response) && response.body) return pass(response.body, outgoing, headOnly);
  const body = Buffer.from(await response.arrayBuffer());
  // Of what the caller has already, the length is not told anew (RFC 9110, 8.6).
  if (response.status !== 304) outgoing.setHeader("content-length", body.length);
  outgoing.end(headOnly ? undefined : body);
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
