import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** The origin of the measured Barker, always on this machine. */
export const origin = process.env["BARKER_URL"] ?? "http://localhost:3000";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface HttpAnswer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
  /** Milliseconds until the first byte of the response, and until its end. */
  firstByte: number;
  total: number;
}

interface Ask {
  method?: string;
  token?: string;
  cookie?: string;
  json?: unknown;
}

/** The server closed an idle keep-alive connection just as a request used it. */
class EndedMeanwhile extends Error {}

/** Sends one timed request over a keep-alive connection. If that is just being closed, it retries as browsers do. */
export async function ask(path: string, options: Ask = {}): Promise<HttpAnswer> {
  try {
    return await askOnce(path, options);
  } catch (error) {
    if (error instanceof EndedMeanwhile) return askOnce(path, options);
    throw error;
  }
}

function askOnce(path: string, { method = "GET", token, cookie, json }: Ask): Promise<HttpAnswer> {
  const payload = json === undefined ? undefined : JSON.stringify(json);
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const outgoing = request(
      origin + path,
      {
        method,
        agent,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(cookie && { cookie, origin }),
          ...(payload && { "content-type": "application/json", "content-length": Buffer.byteLength(payload) }),
        },
      },
      (incoming) => {
        const firstByte = performance.now() - started;
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            body: Buffer.concat(chunks).toString("utf8"),
            headers: incoming.headers,
            firstByte,
            total: performance.now() - started,
          }),
        );
        incoming.on("error", reject);
      },
    );
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      const ended = outgoing.reusedSocket && error.code === "ECONNRESET";
      reject(ended ? new EndedMeanwhile("a kept connection ended", { cause: error }) : error);
    });
    outgoing.end(payload);
  });
}

/** How often a request of the set-up is retried while the machine is too busy. */
const MAX_RETRIES = 10;

/** Like `ask`, for responses that must succeed. Waits and retries when it is told to. */
export async function askJson<T>(path: string, options: Ask = {}): Promise<T> {
  let answer = await ask(path, options);
  for (let turn = 0; answer.status === 503 && turn < MAX_RETRIES; turn++) {
    await sleep(1_000 * (Number(answer.headers["retry-after"]) || 1));
    answer = await ask(path, options);
  }
  if (answer.status !== 200)
    throw new Error(`${options.method ?? "GET"} ${path} answered ${answer.status}: ${answer.body}`);
  return JSON.parse(answer.body) as T;
}
