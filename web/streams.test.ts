import { createServer as createHttp, get, type Server, type ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { setTestEnvironment } from "@/testing/environment";
import { listen } from "@/testing/listen";

/** A gateway that sends one event, records the address it was told, and notices when its client leaves. */
function gateway(status = 200): { server: Server; told: string[]; left: () => Promise<void> } {
  const told: string[] = [];
  let leave: () => void;
  const left = new Promise<void>((resolve) => (leave = resolve));
  const server = createHttp((incoming, outgoing) => {
    told.push(`${incoming.url} ${String(incoming.headers["x-barker-address"])}`);
    outgoing.on("close", () => leave());
    outgoing.writeHead(status, { "content-type": "text/event-stream" });
    if (incoming.url?.endsWith("?ends")) void fill(outgoing);
    else if (status === 200) outgoing.write("event: update\ndata: {}\n\n");
    else outgoing.end();
  });
  return { server, told, left: () => left };
}

/** Sends as much as the client can be sent without reading it, and ends. */
async function fill(outgoing: ServerResponse): Promise<void> {
  while (newest?.writableLength === 0) {
    outgoing.write("x".repeat(8_000));
    for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setImmediate(resolve));
  }
  outgoing.end();
}

const servers: Server[] = [];
const onlyWorker = gateway(404);
const good = gateway();
let web: string;
let newest: ServerResponse | null = null;

beforeAll(async () => {
  servers.push(onlyWorker.server, good.server);
  const ports = [await listen(onlyWorker.server), await listen(good.server)];
  setTestEnvironment({ BARKER_SIDECARS: ports.map((port) => `127.0.0.1:${port}`).join(",") });
  const { proxyStream } = await import("@/web/streams");
  const server = createHttp((incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", "http://localhost");
    newest = outgoing;
    if (!proxyStream(incoming, outgoing, url, "192.0.2.7")) outgoing.writeHead(418).end();
  });
  servers.push(server);
  web = `http://127.0.0.1:${await listen(server)}`;
});
afterEach(() => void vi.useRealTimers());
afterAll(() => servers.forEach((server) => server.close()));

describe("a request for server-sent events", () => {
  it("is answered by a gateway, event by event, with CORS, until the client leaves", async () => {
    const leaving = new AbortController();
    const headers = { "x-barker-address": "203.0.113.1" };
    const response = await fetch(`${web}/api/v1/streaming/user?x=1`, { headers, signal: leaving.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(String(Buffer.from(value ?? []))).toBe("event: update\ndata: {}\n\n");
    expect(good.told).toEqual(["/api/v1/streaming/user?x=1 192.0.2.7"]);
    expect(onlyWorker.told.length).toBeLessThanOrEqual(1);
    leaving.abort();
    await good.left();
  });

  it("is closed some time after its end, also when the client does not read that", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const asked = get(`${web}/api/v1/streaming/user?ends`, (answer) => answer.pause());
    asked.on("error", () => undefined);
    await vi.waitUntil(() => newest?.writableEnded, { timeout: 15_000 });
    expect(newest).toMatchObject({ destroyed: false, writableFinished: false });
    vi.advanceTimersByTime(5_000);
    expect(newest).toMatchObject({ destroyed: true });
    asked.destroy();
  });

  it("is recognised by its path and method", async () => {
    expect((await fetch(`${web}/api/v1/streamings`)).status).toBe(418);
    expect((await fetch(`${web}/api/v1/streaming/user`, { method: "POST" })).status).toBe(418);
  });
});
