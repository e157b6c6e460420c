import { connect, createServer, type Socket } from "node:net";
import { listen } from "@/testing/listen";

export interface Stalling {
  port: number;
  /** Holds back all answers on existing connections; on new ones, all but the first. */
  stall(): void;
  /** Delivers everything that was held back. */
  resume(): void;
  /** Drops what was held back and silences these connections for good; new ones work. */
  dropSilently(): void;
  stop(): Promise<void>;
}

interface Connection {
  client: Socket;
  /** Data that is held back; null while everything passes. */
  held: Buffer[] | null;
}

/** Starts a TCP proxy in front of a local server that can stop answering. */
export async function startStalling(target: number): Promise<Stalling> {
  let stalled = false;
  const connections = new Set<Connection>();
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    const connection: Connection = { client, held: null };
    connections.add(connection);
    clients.add(client);
    const upstream = connect(target, "127.0.0.1");
    client.on("data", (chunk) => upstream.write(chunk));
    upstream.on("data", (chunk) => {
      if (connection.held) return void connection.held.push(chunk);
      client.write(chunk);
      if (stalled) connection.held = [];
    });
    client.on("error", () => upstream.destroy()).on("close", () => upstream.destroy());
    upstream.on("error", () => client.destroy()).on("close", () => connections.delete(connection));
  });
  return {
    port: await listen(server),
    stall() {
      stalled = true;
      for (const connection of connections) connection.held ??= [];
    },
    resume() {
      stalled = false;
      for (const connection of connections) {
        for (const chunk of connection.held ?? []) connection.client.write(chunk);
        connection.held = null;
      }
    },
    dropSilently() {
      stalled = false;
      connections.clear();
    },
    async stop() {
      for (const client of clients) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
