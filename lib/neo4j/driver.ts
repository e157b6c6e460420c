import diagnostics from "node:diagnostics_channel";
import type { Socket } from "node:net";
import neo4j, { type Driver } from "neo4j-driver";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

/**
 * The driver of a process. Timeouts are short, so that a request answers 503 in under 3 s when
 * the database is unavailable, instead of waiting for the driver's 30 s.
 */
export const driver = singleton("neo4j", (): Driver => {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = env();
  tendSockets(new URL(NEO4J_URI).port || "7687");
  return neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 2_500,
    maxTransactionRetryTime: 2_000,
    maxConnectionPoolSize: 32,
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });
});

/** How long (ms) a connection with an overdue answer may stay silent. */
const SILENCE_MS = 15_000;
const sockets = singleton("neo4j-sockets", () => new Set<Socket>());

/**
 * Closes connections that stay silent, because one that a firewall or a machine dropped would never return to the pool.
 * New ones are opened on demand.
 * @param settled resolves when the overdue answer has arrived after all
 */
export function giveUpSilent(settled: Promise<void>): void {
  const heard = new Map([...sockets()].map((socket) => [socket, socket.bytesRead]));
  const timer = setTimeout(() => {
    for (const [socket, bytes] of heard) if (socket.bytesRead === bytes) socket.destroy(new Error("Neo4j fell silent"));
  }, SILENCE_MS).unref();
  void settled.then(() => clearTimeout(timer));
}

/** Guarantees read-your-writes between sessions of this process; needed only with a cluster. */
export const bookmarks = singleton("neo4j-bookmarks", () =>
  env().NEO4J_URI.startsWith("neo4j") ? neo4j.bookmarkManager() : undefined,
);

/** What tends the sockets of the present driver. */
let tend: ((message: unknown) => void) | undefined;

/**
 * The driver leaves Nagle's algorithm on and writes in chunks of 1,400 bytes, so that any larger
 * request waits 40 ms for the server's delayed acknowledgement. The driver's sockets are recognised by their port.
 */
function tendSockets(port: string): void {
  // A process that opens another driver, as tests do, tends the sockets of that one.
  if (tend) diagnostics.unsubscribe("net.client.socket", tend);
  tend = (message) => {
    const { socket } = message as { socket: Socket };
    socket.setNoDelay(true);
    socket.once("connect", () => {
      if (String(socket.remotePort) !== port) return;
      sockets().add(socket);
      socket.once("close", () => sockets().delete(socket));
    });
  };
  diagnostics.subscribe("net.client.socket", tend);
}
