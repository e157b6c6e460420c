import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

interface Wish {
  host: string;
  port: number;
  token: string;
  headers: Record<string, string>;
  /** By Mastodon's streaming API instead of Socket.IO. */
  mastodon?: boolean;
}

/** Frame headers of WebSocket (RFC 6455, 5.2). */
const TEXT = 0x81;
const CLOSE = 0x88;
const PING = 0x89;
/** An empty pong with a mask of zeros. */
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

/**
 * A minimal client, so that thousands fit on the machine beside the measured gateway: it speaks just enough WebSocket,
 * Engine.IO and Socket.IO, or Mastodon's streaming API, to sign in, to answer pings and to notice barks.
 */
export class SmallDevice {
  /** Milliseconds from the first packet until it was signed in. */
  handshake = Number.NaN;
  onBark: () => void = () => undefined;
  #rest: Buffer = Buffer.alloc(0);
  readonly #socket: Socket;

  private constructor(wish: Wish) {
    this.#socket = connect({ host: wish.host, port: wish.port, noDelay: true });
  }

  /** @throws with the status when it is rejected */
  static open(wish: Wish): Promise<SmallDevice> {
    const begun = performance.now();
    const device = new SmallDevice(wish);
    const socket = device.#socket;
    const lines = Object.entries({
      host: `${wish.host}:${wish.port}`,
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": randomBytes(16).toString("base64"),
      ...(wish.mastodon && { authorization: `Bearer ${wish.token}` }),
      ...wish.headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    const path = wish.mastodon ? "/api/v1/streaming?stream=user" : "/socket.io/?EIO=4&transport=websocket";
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
    return new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("close", () => reject(new Error("closed")));
      socket.once("data", (answer) => {
        const end = answer.indexOf("\r\n\r\n");
        const status = answer.subarray(9, 12).toString("latin1");
        if (status !== "101" || end < 0) return void socket.destroy(new Error(`answered ${status}`));
        const begin = () => {
          device.handshake = performance.now() - begun;
          resolve(device);
        };
        const hear = (said: string) => {
          if (wish.mastodon) {
            if (said.includes('"event":"update"')) device.onBark();
          } else if (said.startsWith("0")) device.#say(`40${JSON.stringify({ token: wish.token })}`);
          else if (said === "2") device.#say("3");
          else if (said.startsWith("40")) begin();
          else if (said.startsWith('42["bark"')) device.onBark();
          else if (said.startsWith("44")) socket.destroy(new Error(said));
        };
        socket.on("data", (chunk) => device.#take(chunk, hear));
        device.#take(answer.subarray(end + 4), hear);
        // Mastodon's API says nothing at the beginning.
        if (wish.mastodon) begin();
      });
    });
  }

  /** Splits the stream into frames; a server's frames are unmasked and, when as short as ours, not fragmented. */
  #take(chunk: Buffer, hear: (said: string) => void): void {
    let buffer = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    while (buffer.length >= 2) {
      const short = buffer.readUInt8(1);
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (buffer.length < head) break;
      const length = short < 126 ? short : short === 126 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2));
      if (buffer.length < head + length) break;
      const kind = buffer.readUInt8(0);
      if (kind === CLOSE) return void this.#socket.destroy();
      if (kind === PING) this.#socket.write(PONG);
      if (kind === TEXT) hear(buffer.toString("utf8", head, head + length));
      buffer = buffer.subarray(head + length);
    }
    // A copy, because a slice would retain the whole buffer.
    this.#rest = Buffer.from(buffer);
  }

  /** Uses a mask of zeros, which is valid and saves the masking. */
  #say(text: string): void {
    const payload = Buffer.from(text);
    const long = payload.length > 125;
    const head = Buffer.alloc(long ? 8 : 6);
    head.writeUInt8(TEXT, 0);
    head.writeUInt8(0x80 | (long ? 126 : payload.length), 1);
    if (long) head.writeUInt16BE(payload.length, 2);
    this.#socket.write(Buffer.concat([head, payload]));
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  close(): void {
    this.#socket.destroy();
  }
}
