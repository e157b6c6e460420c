import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { bearerCheck } from "@/local/bridge/auth";
import { readBody } from "@/local/bridge/body";
import { base64Strings, errorJson, plainStrings } from "@/local/bridge/reply";
import { StoreUnavailable, type RedisStore } from "@/local/bridge/store";
import { multiExec, pipeline, single, type CommandAnswer, type CommandVerb } from "@/local/bridge/verbs";

export interface BridgeOptions {
  store: RedisStore;
  /** Required on every path. */
  token: string;
  /** Maximum size of a body in bytes. */
  maxBytes?: number;
}

const verbs = new Map<string, CommandVerb>([
  ["/", single],
  ["/pipeline", pipeline],
  ["/multi-exec", multiExec],
]);

/**
 * Creates a server that offers Upstash's REST protocol on a local Redis, so that the web process uses the same client
 * as with the hosted service. https://upstash.com/docs/redis/features/restapi
 */
export function createBridge({ store, token, maxBytes = 10_000_000 }: BridgeOptions): Server {
  const isAuthorised = bearerCheck(token);

  async function answer(request: IncomingMessage): Promise<CommandAnswer> {
    if (!isAuthorised(request.headers.authorization)) return refusal(401, "Unauthorized");
    const verb = verbs.get(request.url ?? "");
    if (!verb) return refusal(404, "Not found");
    if (request.method !== "POST") return refusal(405, "Method not allowed");
    const bytes = await readBody(request, maxBytes);
    if (!bytes) return refusal(413, "ERR max request size exceeded");
    const body = parse(bytes);
    if (body === undefined) return refusal(400, "ERR failed to parse the body as JSON");
    return verb(store, body, request.headers["upstash-encoding"] === "base64" ? base64Strings : plainStrings);
  }

  // Node closes idle connections after 5 s by default, which would abort requests that are just being sent.
  const server = createServer({ keepAliveTimeout: 300_000 }, (request, response) => {
    answer(request)
      .catch(failure)
      .then(
        (result) => send(request, response, result),
        () => response.destroy(),
      );
  });
  return server;
}

function refusal(status: number, message: string): CommandAnswer {
  return { status, json: errorJson(message) };
}

function failure(error: unknown): CommandAnswer {
  if (error instanceof StoreUnavailable) return refusal(503, "ERR Redis does not answer");
  console.error(error);
  return refusal(500, "ERR the bridge failed");
}

function send(request: IncomingMessage, response: ServerResponse, { status, json }: CommandAnswer): void {
  // An unread body would be parsed as the next request.
  if (!request.complete) response.shouldKeepAlive = false;
  response.sendDate = false;
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(json) });
  response.end(json);
}

/** Parses JSON; undefined, which is no JSON value, if the bytes are invalid. */
function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
