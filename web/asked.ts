import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { readBody } from "@/lib/http/body";

/**
 * The address of a reading request with what its body says added to the query: Mastodon.py sends ids as JSON with GET,
 * and a `Request` cannot hold a body there. What the query says already counts; a body that cannot be read says nothing.
 */
export async function withBody(incoming: IncomingMessage, url: URL): Promise<URL> {
  if (!Number(incoming.headers["content-length"])) return url;
  const body = Readable.toWeb(incoming) as ReadableStream;
  const headers = { "content-type": incoming.headers["content-type"] ?? "" };
  const sent = new Request(url, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  const fields = await readBody(sent).catch(() => ({}));
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
