import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { identityOfToken } from "@/lib/auth/reads";
import { env } from "@/lib/env";
import { refuseHandshake } from "@/lib/http/handshake";
import { log } from "@/lib/log";
import { callerOf, isWithinConnectLimit } from "@/sidecar/gateway/admission";
import type { Broadcasts } from "@/sidecar/gateway/broadcasts";
import type { Presence } from "@/sidecar/gateway/presence";
import { SocketServer } from "@/sidecar/gateway/socket-server";
import { StreamingConnection, type TokenIdentity } from "@/sidecar/gateway/streaming/connection";
import { checkScopes, Refusal, streamOfPath, toSubscription, Wish } from "@/sidecar/gateway/streaming/subscriptions";
import { EventWire, SocketWire } from "@/sidecar/gateway/streaming/wires";

/** Clients send short messages only. */
const MAX_MESSAGE = 4_096;
const HEARTBEAT_MS = 15_000;
/** Open connections per address and gateway; generous, because a whole office may share an address. */
const MAX_PER_ADDRESS = 1_000;

interface Admitted {
  identity: TokenIdentity;
  token: string;
  address: string;
}

const TOKEN = /^[\w.~+/=-]{1,512}$/;
const REASONS = { 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 429: "Too Many Requests" } as const;

/** Mastodon's streaming API, by WebSocket and as server-sent events. */
export class Streaming {
  /** The number of open connections of each address. */
  readonly #addresses = new Map<string, number>();
  readonly #connections = new Map<StreamingConnection, string>();
  readonly #sockets = new SocketServer({
    noServer: true,
    perMessageDeflate: false,
    clientTracking: false,
    maxPayload: MAX_MESSAGE,
  });
  readonly #heart = setInterval(() => {
    for (const { wire } of this.#connections.keys()) wire.beat();
  }, HEARTBEAT_MS);

  constructor(
    readonly presence: Presence,
    readonly broadcasts: Broadcasts,
  ) {}

  /** Answers a handshake. @returns false when it is not for this API */
  upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const url = urlOf(incoming);
    if (streamOfPath(url.pathname, url.searchParams) === null) return false;
    socket.on("error", () => socket.destroy());
    this.#admit(incoming, url).then(
      (admitted) => {
        this.#sockets.handleUpgrade(incoming, socket, head, (client) => {
          const connection = this.#connect(new SocketWire(client), admitted);
          client.on("message", (data, isBinary) => {
            if (connection.mayGoOn() && !isBinary && Buffer.isBuffer(data)) connection.hear(data.toString());
          });
          client.on("ping", () => connection.mayGoOn());
          client.on("close", () => this.#forget(connection));
          const wish = wishOf(url, url.searchParams.get("stream"));
          if (wish) connection.subscribe(wish);
        });
      },
      (error: unknown) => {
        const { status, message } = asRefusal(error);
        refuseHandshake(socket, `${status} ${status === 503 ? "Service Unavailable" : REASONS[status]}`, message);
      },
    );
    return true;
  }

  /** Answers a request for server-sent events. @returns false when it is not for this API */
  answer(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
    const url = urlOf(incoming);
    const stream = streamOfPath(url.pathname, url.searchParams);
    if (stream === null) return false;
    void this.#answer(incoming, outgoing, url, stream).catch((error: unknown) => {
      const { status, message } = asRefusal(error);
      outgoing.writeHead(status, { "content-type": "application/json", "cache-control": "private, no-store" });
      outgoing.end(JSON.stringify({ error: message }));
    });
    return true;
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse, url: URL, stream: string): Promise<void> {
    if (stream === "health") return void outgoing.writeHead(200, { "content-type": "text/plain" }).end("OK");
    const wish = wishOf(url, stream || url.searchParams.get("stream"));
    const admitted = await this.#admit(incoming, url);
    if (!wish) throw new Refusal(400, "Unknown channel type");
    // Refusals are answered with a status; later ones could only end the response.
    checkScopes(admitted.identity, toSubscription(wish));
    if (outgoing.destroyed) return;
    outgoing.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    });
    outgoing.write(":)\n");
    const connection = this.#connect(new EventWire(outgoing), admitted);
    outgoing.on("close", () => this.#forget(connection));
    connection.subscribe(wish);
  }

  /** Identifies a client by its token: in a header, in the query, or in place of a protocol of WebSockets. @throws Refusal */
  async #admit(incoming: IncomingMessage, url: URL): Promise<Admitted> {
    if (!isWithinConnectLimit(incoming) || this.#isCrowded(incoming)) throw new Refusal(429, "Too many connections");
    const { headers } = incoming;
    const bearer = /^Bearer (.+)$/i.exec(headers.authorization?.trim() ?? "")?.[1];
    const token = bearer ?? url.searchParams.get("access_token") ?? headers["sec-websocket-protocol"];
    if (!token) throw new Refusal(401, "Missing access token");
    const identity = TOKEN.test(token) ? await identityOfToken(token) : null;
    if (identity?.by !== "token") throw new Refusal(401, "Invalid access token");
    return { identity, token, address: callerOf(incoming) };
  }

  /** Whether an address has as many connections open as it may have. */
  #isCrowded(incoming: IncomingMessage): boolean {
    return env().BARKER_RATE_LIMITS === "on" && (this.#addresses.get(callerOf(incoming)) ?? 0) >= MAX_PER_ADDRESS;
  }

  /** Counts a connection of an address; `change` is -1 when it has closed. */
  #count(address: string, change: 1 | -1): void {
    const count = (this.#addresses.get(address) ?? 0) + change;
    if (count > 0) this.#addresses.set(address, count);
    else this.#addresses.delete(address);
  }

  #connect(wire: SocketWire | EventWire, { identity, token, address }: Admitted): StreamingConnection {
    const connection = new StreamingConnection(wire, { identity, token }, this.presence, this.broadcasts);
    this.#connections.set(connection, address);
    this.#count(address, 1);
    return connection;
  }

  #forget(connection: StreamingConnection): void {
    const address = this.#connections.get(connection);
    if (address !== undefined && this.#connections.delete(connection)) this.#count(address, -1);
    connection.ended();
  }

  stop(): void {
    clearInterval(this.#heart);
  }
}

function urlOf({ url }: IncomingMessage): URL {
  return URL.canParse(url ?? "/", "http://gateway") ? new URL(url ?? "/", "http://gateway") : new URL("http://gateway");
}

function wishOf({ searchParams: query }: URL, stream: string | null): Wish | null {
  if (!stream) return null;
  const wish = { stream, tag: query.get("tag") ?? undefined, list: query.get("list") ?? undefined };
  return Wish.safeParse(wish).data ?? null;
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  log().debug({ err: error }, "a stream was not opened");
  return new Refusal(503, "Barker cannot answer right now. Please try again in a moment.");
}
