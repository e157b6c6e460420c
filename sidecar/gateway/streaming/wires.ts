import type { ServerResponse } from "node:http";
import type { WebSocket } from "ws";
import { CLOSE, type StreamingWire } from "@/sidecar/gateway/streaming/connection";
import { toMessage, toServerSentEvent, type StreamingEvent } from "@/sidecar/gateway/streaming/frames";
import type { Refusal } from "@/sidecar/gateway/streaming/subscriptions";

/** How much may wait to be read by a client (bytes) before its connection is closed. */
export const MAX_WAITING = 1_000_000;
/** How long (ms) a slow client may take to confirm that its connection is being closed, or to read its end. */
const CLOSING_MS = 5_000;

const TOO_SLOW = "The client reads too slowly";

/** A WebSocket. */
export class SocketWire implements StreamingWire {
  #answered = true;

  constructor(readonly socket: WebSocket) {
    socket.on("pong", () => (this.#answered = true));
    // Its "close" follows.
    socket.on("error", () => undefined);
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  send(event: StreamingEvent, label: string): void {
    this.#write(toMessage(event, label));
  }

  refuse({ message, status }: Refusal): void {
    this.#write(Buffer.from(JSON.stringify({ error: message, status })));
  }

  #write(message: Buffer): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > MAX_WAITING) return this.close(CLOSE.tooSlow, TOO_SLOW);
    this.socket.send(message, { binary: false });
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.socket.close(code, reason);
    setTimeout(() => this.socket.terminate(), CLOSING_MS).unref();
  }

  beat(): void {
    if (!this.#answered) return this.socket.terminate();
    this.#answered = false;
    if (this.isOpen) this.socket.ping();
  }
}

/** Server-sent events, of one stream. */
export class EventWire implements StreamingWire {
  /** `closingMs`: how long the client may take to read the end. */
  constructor(
    readonly response: ServerResponse,
    readonly closingMs = CLOSING_MS,
  ) {
    response.on("error", () => undefined);
  }

  get isOpen(): boolean {
    return !this.response.destroyed && !this.response.writableEnded;
  }

  send(event: StreamingEvent): void {
    this.#write(toServerSentEvent(event));
  }

  refuse(): void {
    this.#end("");
  }

  #write(text: string): void {
    if (!this.isOpen) return;
    if (this.response.writableLength > MAX_WAITING) return void this.response.destroy();
    this.response.write(text);
  }

  close(_code: number, reason: string): void {
    this.#end(`: ${reason}\n\n`);
  }

  #end(last: string): void {
    if (!this.isOpen) return;
    this.response.end(last);
    setTimeout(() => this.response.destroy(), this.closingMs).unref();
  }

  beat(): void {
    this.#write(":thump\n");
  }
}
