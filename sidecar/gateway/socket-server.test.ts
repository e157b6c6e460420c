import { createServer, type Server } from "node:http";
import { afterEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { SocketServer } from "@/sidecar/gateway/socket-server";
import { listen } from "@/testing/listen";
import { until } from "@/testing/until";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function connected(): Promise<{ client: WebSocket; accepted: WebSocket }> {
  const server = createServer();
  servers.push(server);
  const sockets = new SocketServer({ noServer: true });
  const accepting = new Promise<WebSocket>((resolve) => {
    server.on("upgrade", (incoming, socket, head) => sockets.handleUpgrade(incoming, socket, head, resolve));
  });
  const client = new WebSocket(`ws://127.0.0.1:${await listen(server)}`);
  const accepted = await accepting;
  if (client.readyState !== client.OPEN) await new Promise((resolve) => void client.once("open", resolve));
  return { client, accepted };
}

it("a ping is answered, also after a flood of them", async () => {
  const { client } = await connected();
  const pongs: string[] = [];
  client.on("pong", (said) => pongs.push(String(said)));
  for (let count = 0; count < 1_000; count++) client.ping(`${count}`);
  await until(() => pongs.at(-1) === "999");
  client.ping("later");
  await until(() => pongs.length > 0 && pongs.at(-1) !== "999");
  expect(pongs.at(-1)).toBe("later");
  client.terminate();
});

it("pings whose answers nobody reads do not fill the memory", async () => {
  const { client, accepted } = await connected();
  let heard = 0;
  accepted.on("ping", () => heard++);
  client.pause();
  const flood = "x".repeat(120);
  // More answers than the buffers of the operating system hold.
  for (let sent = 0; sent < 200_000; sent++) {
    client.ping(flood);
    if (sent % 2_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => heard === 200_000);
  expect(accepted.bufferedAmount).toBeLessThan(1_000);
  client.terminate();
});
