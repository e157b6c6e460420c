import type { MessengerTransport, TransportRequest } from "@/lib/messenger/ports";
import { MessengerError } from "@/lib/messenger/ports";

/** The server refused a request; `body` is its answer. */
export class Refused extends MessengerError {
  constructor(
    readonly status: number,
    code: string,
    message: string,
    readonly body: Record<string, unknown>,
  ) {
    super(code, message);
    this.name = "Refused";
  }
}

/** No answer came, or one that says to come back later. Whether the request took effect is unknown. */
export class Away extends MessengerError {
  constructor(reason: string, message = "You seem to be offline. Nothing is lost; it is sent when you are back.") {
    super("offline", message);
    this.name = "Away";
    this.cause = reason;
  }
}

const PASSING = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

/** The endpoints of encrypted messages, as functions that return the parsed body of a success. */
export class Server {
  constructor(readonly transport: MessengerTransport) {}

  get<T>(path: string, query?: TransportRequest["query"]): Promise<T> {
    return this.#ask<T>("GET", path, { query });
  }

  post<T>(path: string, json: unknown): Promise<T> {
    return this.#ask<T>("POST", path, { json });
  }

  put<T>(path: string, json: unknown): Promise<T> {
    return this.#ask<T>("PUT", path, { json });
  }

  delete<T>(path: string): Promise<T> {
    return this.#ask<T>("DELETE", path, {});
  }

  upload<T>(path: string, bytes: Uint8Array): Promise<T> {
    return this.#ask<T>("POST", path, { bytes });
  }

  download(path: string): Promise<Uint8Array> {
    return this.#ask<Uint8Array>("GET", path, { binary: true });
  }

  /** The answer of a request that may be refused with 404, then null. */
  async find<T>(path: string, query?: TransportRequest["query"]): Promise<T | null> {
    try {
      return await this.get<T>(path, query);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null;
      throw error;
    }
  }

  async #ask<T>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, request: TransportRequest): Promise<T> {
    const { status, body } = await this.transport.request(method, path, request).catch((error: unknown) => {
      throw new Away(String(error));
    });
    if (status >= 200 && status < 300) return body as T;
    if (PASSING.has(status)) throw new Away(`status ${status}`);
    const problem = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
    const { code = `http_${status}`, error = "Something went wrong." } = problem as { code?: string; error?: string };
    throw new Refused(status, code, error, problem);
  }
}
