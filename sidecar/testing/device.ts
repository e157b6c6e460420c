import { io, type Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "@/lib/realtime/events";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { until } from "@/testing/until";
import type { TestSidecar } from "@/sidecar/testing/sidecar";

/** An event that a device received. */
export interface HeardEvents {
  event: "bark" | "bark:edited" | "bark:deleted" | "counts" | "notification" | "read" | "e2ee" | "gap" | "signed-out";
  cursor?: string | null;
  id?: string;
  text?: string | null;
  from?: string | null;
  /** For `notification`: its type. */
  type?: string;
  /** For `read`: the last read id of each list. */
  read?: Record<string, string | undefined>;
  /** For `e2ee`: the conversation, and the number of its newest envelope. */
  conversation?: string | null;
  number?: number | null;
  /** For `counts`: the number of likes. */
  likes?: number;
}

export interface TestDevice {
  heard: HeardEvents[];
  /** Waits until it has received `count` events. */
  hears(count: number): Promise<HeardEvents[]>;
  /** The ids of the barks it received, in order. */
  barks(): string[];
  isConnected(): boolean;
  /** Calls `listen` with the whole payload of every further event. */
  all(listen: (event: unknown) => void): void;
  /** Tells the server which barks are on screen. */
  watch(ids: string[]): Promise<void>;
  unwatch(ids: string[]): Promise<void>;
  stop(): void;
}

export interface DeviceHandshake {
  token?: string;
  cursor?: unknown;
  headers?: Record<string, string>;
}

/** Opens a socket as Barker's clients do. @throws the server's reason if it is refused */
export async function openDevice(url: string, { token, cursor, headers = {} }: DeviceHandshake): Promise<TestDevice> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ["websocket"],
    auth: { token, cursor },
    extraHeaders: headers,
    reconnection: false,
    forceNew: true,
  });
  const heard: HeardEvents[] = [];
  socket.on("bark", (said) =>
    heard.push({ event: "bark", cursor: said.cursor, id: said.status.id, text: said.status.text }),
  );
  socket.on("bark:edited", ({ cursor: at, status }) =>
    heard.push({ event: "bark:edited", cursor: at, id: status.id, text: status.text }),
  );
  socket.on("counts", ({ id, favourites_count }) => heard.push({ event: "counts", id, likes: favourites_count }));
  socket.on("bark:deleted", (said) => heard.push({ event: "bark:deleted", ...said }));
  socket.on("notification", ({ cursor: at, notification: { id, type } }) =>
    heard.push({ event: "notification", cursor: at, id, type }),
  );
  socket.on("read", ({ cursor: at, home, notifications }) =>
    heard.push({
      event: "read",
      cursor: at,
      read: { home: home?.last_read_id, notifications: notifications?.last_read_id },
    }),
  );
  socket.on("e2ee", ({ cursor: at, conversation_id: conversation, number }) =>
    heard.push({ event: "e2ee", cursor: at, conversation, number }),
  );
  socket.on("gap", (said) => heard.push({ event: "gap", ...said }));
  socket.on("signed-out", () => heard.push({ event: "signed-out" }));
  await new Promise<void>((resolve, reject) => void socket.on("connect", resolve).on("connect_error", reject));
  return {
    heard,
    hears: async (count) => until(() => heard.length >= count && heard),
    barks: () => heard.flatMap(({ event, id }) => (event === "bark" && id !== undefined ? [id] : [])),
    watch: async (ids) => void (await socket.emitWithAck("watch", ids)),
    unwatch: async (ids) => void (await socket.emitWithAck("unwatch", ids)),
    all: (listen) => void socket.onAny((_, event: unknown) => listen(event)),
    isConnected: () => socket.connected,
    stop: () => void socket.disconnect(),
  };
}

/** Opens a device and waits until its person is registered as connected, so that it gets all further events. */
export async function connectDevice(
  sidecar: TestSidecar,
  personId: string,
  handshake: DeviceHandshake,
): Promise<TestDevice> {
  const device = await openDevice(sidecar.url, handshake);
  await until(() => tcpRedis().zscore(keys.online(personId), sidecar.name));
  return device;
}
