import { createServer } from "node:http";
import { afterAll, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { until } from "@/testing/until";
import { listen } from "@/testing/listen";
import type { StreamingEvent } from "@/sidecar/gateway/streaming/frames";
import { EventWire, MAX_WAITING, SocketWire } from "@/sidecar/gateway/streaming/wires";

const server = createServer();
afterAll(() => void server.close());

const event = (): StreamingEvent => ({ event: "update", payload: "x".repeat(100_000) });
/** More than the buffers of the operating system hold. */
const MANY = 500;

it("a client that does not read is closed with a reason, and no more than a limit waits for it", async () => {
  const sockets = new WebSocketServer({ server });
  const accepted = new Promise<WebSocket>((resolve) => void sockets.once("connection", resolve));
  const client = new WebSocket(`ws://127.0.0.1:${await listen(server)}`);
  const socket = await accepted;
  if (client.readyState !== client.OPEN) await new Promise((resolve) => void client.once("open", resolve));
  client.pause();
  const wire = new SocketWire(socket);
  let sent = 0;
  while (wire.isOpen && sent < MANY) {
    wire.send(event(), '["user"]');
    sent++;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(wire.isOpen).toBe(false);
  const waiting = socket.bufferedAmount;
  expect(waiting).toBeLessThan(MAX_WAITING + 200_000);
  wire.send(event(), '["user"]');
  expect(socket.bufferedAmount).toBe(waiting);
  const closed = new Promise((resolve) => void client.once("close", (code, why) => resolve([code, String(why)])));
  client.resume();
  expect(await closed).toEqual([1013, "The client reads too slowly"]);
  sockets.close();
});

it("a response that nobody reads is aborted", async () => {
  const wires: EventWire[] = [];
  const events = createServer((_, outgoing) => {
    outgoing.writeHead(200).flushHeaders();
    wires.push(new EventWire(outgoing));
  });
  const response = await fetch(`http://127.0.0.1:${await listen(events)}`);
  const [wire] = wires;
  for (let sent = 0; wire?.isOpen && sent < MANY; sent++) {
    wire.send(event());
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(wire?.isOpen).toBe(false);
  await expect(response.text()).rejects.toThrow(/terminated/);
  events.close();
});

it("a response that is closed while nobody reads it is aborted after a time", async () => {
  const wires: EventWire[] = [];
  const events = createServer((_, outgoing) => {
    outgoing.writeHead(200).flushHeaders();
    wires.push(new EventWire(outgoing, 50));
  });
  const response = await fetch(`http://127.0.0.1:${await listen(events)}`);
  const [wire] = wires;
  if (!wire) throw new Error("nothing was asked");
  while (wire.response.writableLength < 200_000) {
    wire.send(event());
    await new Promise((resolve) => setImmediate(resolve));
  }
  wire.close(1001, "Good bye");
  await until(() => wire.response.destroyed);
  await expect(response.text()).rejects.toThrow(/terminated/);
  events.close();
});
