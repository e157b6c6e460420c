import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type ServerOptions, type WebSocket } from "ws";

/** A server of WebSockets on which clients cannot fill the memory with pings whose answers they do not read. */
export class SocketServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, autoPong: false });
  }

  override handleUpgrade(
    incoming: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    accept: (client: WebSocket, incoming: IncomingMessage) => void,
  ): void {
    super.handleUpgrade(incoming, socket, head, (client, request) => {
      answerPings(client);
      accept(client, request);
    });
  }
}

/**
 * Answers pings, one at a time: of those that come before an answer has been sent, the last is answered, as RFC 6455
 * (5.5.3) permits.
 */
function answerPings(client: WebSocket): void {
  let isAnswering = false;
  let next: Buffer | null = null;
  const answer = (ping: Buffer) => {
    isAnswering = true;
    client.pong(ping, false, () => {
      isAnswering = false;
      const waiting = next;
      next = null;
      if (waiting && client.readyState === client.OPEN) answer(waiting);
    });
  };
  client.on("ping", (ping) => {
    if (isAnswering) next = ping;
    else answer(ping);
  });
}
