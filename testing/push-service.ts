import { randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { listen } from "@/testing/listen";
import { type Claims, readVapid, receiver } from "@/testing/push-decrypt";
import { until } from "@/testing/until";

/** A pseudo status: the push service does not answer at all. */
export const NEVER = 999;

/** A message that a push service received, decrypted as by the browser it is for. */
export interface Received {
  payload: Record<string, unknown>;
  /** The message as plain text. */
  text: string;
  /** The length of the encrypted body in bytes. */
  size: number;
  headers: IncomingHttpHeaders;
  claims: Claims;
  publicKey: string;
}

/** A browser that is subscribed to a push service of this process. */
export interface TestBrowser {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  received: Received[];
  /** Number of requests to its endpoint, including failed ones. */
  asked: () => number;
  /** The status of further answers of its push service; 201 by default. */
  answer(status: number, headers?: Record<string, string>): void;
  /** Waits until it has received this number of messages. */
  receives(count: number): Promise<Received[]>;
}

export interface TestPushService {
  origin: string;
  browser(): TestBrowser;
  stop(): void;
}

/** Starts a local push service that verifies senders and decrypts messages according to the RFCs. */
export async function startPushService(): Promise<TestPushService> {
  const browsers = new Map<string, (headers: IncomingHttpHeaders, body: Buffer) => [number, Record<string, string>]>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const take = browsers.get(request.url ?? "");
      const [status, headers] = take?.(request.headers, Buffer.concat(chunks)) ?? [404, {}];
      if (status !== NEVER) response.writeHead(status, headers).end();
    });
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  return {
    origin,
    browser() {
      const path = `/push/${randomBytes(8).toString("hex")}`;
      const { p256dh, auth, read } = receiver(randomBytes(16));
      const received: Received[] = [];
      let answer: [number, Record<string, string>] = [201, {}];
      let asked = 0;
      browsers.set(path, (headers, body) => {
        asked++;
        if (answer[0] < 300) {
          const { claims, publicKey } = readVapid(headers);
          const text = read(body, headers);
          const payload = JSON.parse(text) as Record<string, unknown>;
          received.push({ payload, text, size: body.length, headers, claims, publicKey });
        }
        return answer;
      });
      return {
        endpoint: origin + path,
        keys: { p256dh, auth },
        received,
        asked: () => asked,
        answer: (status, headers = {}) => void (answer = [status, headers]),
        receives: (count) => until(() => received.length >= count && received),
      };
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
