import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ApiError } from "@/lib/errors";
import { errorResponse } from "@/lib/http/problem";
import { isStreamed } from "@/lib/http/stream";
import { log } from "@/lib/log";
import { withStoreBudget } from "@/lib/store-timeout";
import { discardRest, toRequest } from "@/web/incoming";
import { patienceOf } from "@/web/patience";
import { match, type Match } from "@/web/router";
import { CORS } from "@/web/security";

const CLOSED = new Set(["/metrics", "/ready"]);

/** All paths below these prefixes belong to the API, even when they do not exist. */
const OURS = /^\/(api|oauth|\.well-known|nodeinfo)(\/|$)/;
/** Those of them that Next serves. next-auth's routes are for our own pages only. */
const OF_NEXT = /^\/(api\/auth\/|api\/openapi\.json$|oauth\/authorize\/?$)/;
const OF_OUR_PAGES = /^\/api\/auth(\/|$)/;

/**
 * Answers an API request by calling its handler directly, without Next in between.
 * @returns the route's pattern, or null when the path is not the API's
 */
export async function answerApi(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<string | null> {
  const found = match(url.pathname);
  if (!found && !OURS.test(url.pathname)) return null;
  const cors = found ? isOpen(found) : !OF_OUR_PAGES.test(url.pathname);
  // A client that tries an endpoint which does not exist has to be able to read the 404 that follows.
  if (incoming.method === "OPTIONS") {
    outgoing.writeHead(204, cors ? CORS : {}).end();
    return found?.pattern ?? "unknown";
  }
  if (!found && OF_NEXT.test(url.pathname)) return null;
  const response = await (found ? answerFound(found, incoming, url) : unknown(url));
  for (const [name, value] of Object.entries(cors ? CORS : {})) outgoing.setHeader(name, value);
  await send(response, incoming, outgoing);
  return found?.pattern ?? "unknown";
}

/** Whether pages of other sites may read the responses of an endpoint. */
function isOpen({ pattern, module }: Match): boolean {
  return !CLOSED.has(pattern) && Object.values(module).some(({ declaration }) => declaration.auth !== "session");
}

async function answerFound({ module, params }: Match, incoming: IncomingMessage, url: URL): Promise<Response> {
  const method = incoming.method === "HEAD" ? "GET" : incoming.method;
  const handler = module[method as keyof typeof module];
  if (!handler) return notAllowed(url, Object.keys(module));
  const request = await toRequest(incoming, url);
  return withStoreBudget(() => handler(request, { params: Promise.resolve(params) }), patienceOf(url.pathname));
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
  // A 304 must not repeat the length (RFC 9110, 8.6).
  if (response.status !== 304) outgoing.setHeader("content-length", body.length);
  if (incoming.complete) return void outgoing.end(headOnly ? undefined : body);
  // The request was rejected before all of it was read: the response is sent at once, and the rest is read and discarded.
  if (headOnly || body.length === 0) outgoing.flushHeaders();
  else outgoing.write(body);
  const whole = await discardRest(incoming);
  outgoing.end(() => whole || incoming.destroy());
}

/** Streams a body. When the client disconnects or the source fails, the response is aborted, never ended normally. */
async function pass(body: ReadableStream<Uint8Array>, outgoing: ServerResponse, headOnly: boolean): Promise<void> {
  if (headOnly) {
    outgoing.end();
    return body.cancel();
  }
  try {
    await pipeline(Readable.from(body), outgoing);
  } catch (error) {
    log().warn({ err: error }, "response aborted");
  }
}
