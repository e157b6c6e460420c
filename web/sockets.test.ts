import { createServer as createHttp, get, type Server } from "node:http";
import { connect, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setTestEnvironment } from "@/testing/environment";
import { listen } from "@/testing/listen";

/** A gateway that answers each handshake by refusing it with its name, and records the address it was told. */
function gateway(name: string, status = "403"): Server {
  const server = createHttp();
  server.on("upgrade", ({ headers }, socket) => {
    const told = String(headers["x-barker-address"]);
    socket.end(`HTTP/1.1 ${status} Said\r\nconnection: close\r\nx-name: ${name}\r\nx-told: ${told}\r\n\r\n`);
  });
  return server;
}

const servers: Server[] = [];
let web: number;

beforeAll(async () => {
  const gone = createServer();
  const nowhere = await listen(gone);
  await new Promise((resolve) => gone.close(resolve));
  const onlyWorker = gateway("worker", "404");
  const good = gateway("good");
  servers.push(onlyWorker, good);
  const ports = [nowhere, await listen(onlyWorker), await listen(good)];
  setTestEnvironment({ BARKER_SIDECARS: ports.map((port) => `127.0.0.1:${port}`).join(",") });
  const { proxySocket } = await import("@/web/sockets");
  const server = createHttp();
  server.on("upgrade", (incoming, socket, head) => proxySocket(incoming, socket, head, "192.0.2.7"));
  servers.push(server);
  web = await listen(server);
});
afterAll(() => servers.forEach((server) => server.close()));

function shakeHands(path: string): Promise<{ status: number | undefined; name: unknown; told: unknown }> {
  const headers = { connection: "Upgrade", upgrade: "websocket", "x-barker-address": "203.0.113.1" };
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port: web, path, headers }, ({ statusCode, headers: said }) =>
      resolve({ status: statusCode, name: said["x-name"], told: said["x-told"] }),
    ).on("error", reject);
  });
}

describe("a socket", () => {
  it("is passed to the next gateway when one is down or no gateway, with the address that the web process saw", async () => {
    for (let times = 0; times < 4; times++)
      expect(await shakeHands("/socket.io/?EIO=4")).toEqual({ status: 403, name: "good", told: "192.0.2.7" });
  });

  it("that is refused is closed, also when the client keeps its side open", async () => {
    const client = connect({ host: "127.0.0.1", port: web, allowHalfOpen: true });
    client.write("GET /somewhere HTTP/1.1\r\nhost: a\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n");
    client.resume();
    await new Promise((resolve) => client.once("end", resolve));
    // Nobody is there any more to take what is sent now.
    const failed = new Promise((resolve) => client.once("error", resolve));
    const more = setInterval(() => client.write("x"), 20);
    expect(String(await failed)).toMatch(/EPIPE|ECONNRESET/);
    clearInterval(more);
  });

  it("is refused on other paths", async () => {
    expect(await shakeHands("/somewhere")).toMatchObject({ status: 404, name: undefined });
  });
});
