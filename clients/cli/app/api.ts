import { Malformed, type Bytes } from "../bytes";
import { Json } from "../json";

/* Requests to the server (delivery.md, section 1). */

/** The server refused a request. */
export class Refused extends Error {
  override readonly name = "Refused";

  constructor(
    readonly status: number,
    readonly code: string,
    readonly body: Json,
  ) {
    super(`the server refused (${status} ${code}): ${body.at("error").maybe((each) => each.string()) ?? ""}`);
  }
}

/** No answer, or one that says to come back. Whether the request had an effect is unknown. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

interface Sent {
  query?: Record<string, string | number>;
  json?: unknown;
  bytes?: Uint8Array;
}

const PREFIX = "/api/v1/barker/e2ee/";
const PASSING = new Set([408, 425, 500, 502, 503, 504]);
const ATTEMPTS = 5;

/** Waits. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Api {
  constructor(
    readonly origin: string,
    readonly token: string,
  ) {}

  get(path: string, query: Sent["query"] = {}): Promise<Json> {
    return this.#json("GET", path, { query });
  }

  post(path: string, json: unknown): Promise<Json> {
    return this.#json("POST", path, { json });
  }

  put(path: string, json: unknown): Promise<Json> {
    return this.#json("PUT", path, { json });
  }

  /** The answer, or null for 404. */
  async find(path: string, query: Sent["query"] = {}): Promise<Json | null> {
    try {
      return await this.get(path, query);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null;
      throw error;
    }
  }

  upload(path: string, bytes: Uint8Array): Promise<Json> {
    return this.#json("POST", path, { bytes });
  }

  async download(path: string): Promise<Bytes> {
    return new Uint8Array(await (await this.#send("GET", path, {})).arrayBuffer());
  }

  async #json(method: string, path: string, sent: Sent): Promise<Json> {
    const response = await this.#send(method, path, sent);
    const body = await response.text();
    return body === "" ? new Json(null) : Json.parse(body);
  }

  /** Repeats a request that had no answer: all of them can be repeated. @throws Refused, NoAnswer */
  async #send(method: string, path: string, sent: Sent): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#sendOnce(method, path, sent);
      } catch (error) {
        if (!(error instanceof NoAnswer) || attempt === ATTEMPTS) throw error;
        await pause(250 * 2 ** attempt);
      }
    }
  }

  async #sendOnce(method: string, path: string, { query = {}, json, bytes }: Sent): Promise<Response> {
    const url = new URL(path.startsWith("/") ? path : PREFIX + path, this.origin);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const type = json === undefined ? "application/octet-stream" : "application/json";
    const body = json === undefined ? bytes && new Uint8Array(bytes) : JSON.stringify(json);
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (body !== undefined) headers["content-type"] = type;
    const response = await fetch(url, {
      method,
      headers,
      signal: AbortSignal.timeout(30_000),
      ...(body !== undefined && { body }),
    }).catch((cause: unknown) => {
      throw new NoAnswer(`no answer from ${url.host}`, { cause });
    });
    if (response.ok) return response;
    if (response.status === 429) await pause(1000 * Math.min(60, Number(response.headers.get("retry-after") ?? 1)));
    if (response.status === 429 || PASSING.has(response.status))
      throw new NoAnswer(`the server answered ${response.status}`);
    const problem = await errorBody(response);
    throw new Refused(response.status, problem.at("code").maybe((each) => each.string()) ?? "", problem);
  }
}

async function errorBody(response: Response): Promise<Json> {
  try {
    return Json.parse(await response.text());
  } catch (error) {
    if (error instanceof Malformed) return new Json({});
    throw error;
  }
}
