import type { IncomingMessage } from "node:http";
import { readBody } from "@/lib/http/body";

/** How much of an unread body is read and discarded after the response, and for how long, before the connection is closed. */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;
const HEARD_OUT_MS = 30_000;

/** An incoming request as a `Request`. Its body is read only on demand. */
export async function toRequest(incoming: IncomingMessage, url: URL): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string") headers.set(name, value);
    else for (const item of value ?? []) headers.append(name, item);
  }
  const method = incoming.method ?? "GET";
  if (method === "GET" || method === "HEAD") return new Request(await withBody(incoming, url), { method, headers });
  return new Request(url, { method, headers, body: bodyOf(incoming), duplex: "half" } as RequestInit);
}

/**
 * Reads and discards the rest of a request's body: browsers read the response only after they have sent all of it, and
 * what is left in a connection would be taken for the next request.
 * @returns false when it was too much or too slow: the connection must be closed
 */
export function discardRest(incoming: IncomingMessage): Promise<boolean> {
  if (incoming.complete) return Promise.resolve(true);
  if (Number(incoming.headers["content-length"] ?? 0) > MAX_DISCARDED_BYTES) return Promise.resolve(false);
  return new Promise((resolve) => {
    let bytes = 0;
    const end = () => {
      clearTimeout(late);
      resolve(incoming.complete);
    };
    const late = setTimeout(end, HEARD_OUT_MS);
    // A handler that stopped reading may have left a listener, which would keep the stream paused.
    incoming.removeAllListeners("readable");
    incoming.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_DISCARDED_BYTES) end();
    });
    for (const event of ["end", "close", "error"]) incoming.once(event, end);
    incoming.resume();
  });
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Buffer> = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * The URL of a GET request with the fields of its body added to the query: Mastodon.py sends ids as JSON with GET, and a
 * `Request` cannot have a body there. Parameters in the query take precedence; an unreadable body is ignored.
 */
async function withBody(incoming: IncomingMessage, url: URL): Promise<URL> {
  if (!Number(incoming.headers["content-length"])) return url;
  const headers = { "content-type": incoming.headers["content-type"] ?? "" };
  const init = { method: "POST", headers, body: bodyOf(incoming), duplex: "half" } as RequestInit;
  const fields = await readBody(new Request(url, init)).catch(() => ({}));
  const whole = new URL(url);
  for (const [name, value] of Object.entries(fields)) {
    if (whole.searchParams.has(name) || whole.searchParams.has(`${name}[]`)) continue;
    const many = Array.isArray(value);
    for (const one of many ? value : [value]) {
      if (isPlain(one)) whole.searchParams.append(many ? `${name}[]` : name, String(one));
    }
  }
  return whole;
}

function isPlain(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
