import { join } from "node:path";
import { io } from "socket.io-client";
import { createToken } from "@/lib/auth/writes";
import { fromUtf8, utf8 } from "@/lib/bytes/encoding";
import { log } from "@/lib/log";
import { createMessenger, type RunningMessenger } from "@/lib/messenger/messenger";
import { fileStorage } from "@/lib/messenger/file-storage";
import { storedKeys, tokenTransport } from "@/lib/messenger/node-ports";
import type { MessengerStorage } from "@/lib/messenger/ports";
import type { EncryptedNews } from "@/lib/realtime/events";

/** Where the town's devices reach Barker, and where they keep their keys. */
export interface Surroundings {
  /** The address of the web process on this machine. */
  base: Parameters<typeof tokenTransport>[0];
  /** The host in credentials. */
  host: string;
  /** The folder of this town. */
  folder: string;
  /** The client app that their tokens belong to. */
  appId: string;
  /** Tells a device of news from then on; without it, it looks every half minute. @returns what ends it */
  listen(token: string, running: RunningMessenger): () => void;
}

/** Somebody of the town and their device. */
export interface Pal {
  handle: string;
  personId: string;
  running: RunningMessenger;
  /** Stops the device; its keys stay in the folder. */
  close(): Promise<void>;
}

const TOKEN = "town/token";
const ACCOUNT = "account";

/** Opens the device of a townsperson, which begins to fetch and send by itself. Its keys are made by `enrol`. */
export async function openDevice(
  { base, host, folder, appId, listen }: Surroundings,
  { id: personId, handle }: { id: string; handle: string },
): Promise<Pal> {
  const storage = fileStorage(join(folder, `${personId}.cbor`));
  const token = await tokenOf(storage, { base, appId, personId });
  const running = await createMessenger({
    transport: tokenTransport(base, token),
    storage,
    keys: storedKeys(storage),
    host,
    personId,
    now: Date.now,
    warn: (message) => log().debug({ handle, message }, "a townsperson's messages"),
  });
  running.start();
  const leave = listen(token, running);
  return {
    handle,
    personId,
    running,
    async close() {
      leave();
      await running.stop();
    },
  };
}

/** The token that is stored with the device's keys, or a new one where the server does not know it any more. */
async function tokenOf(
  storage: MessengerStorage,
  { base, appId, personId }: Pick<Surroundings, "base" | "appId"> & { personId: string },
): Promise<string> {
  const stored = await storage.get(TOKEN);
  if (stored) {
    const { status } = await tokenTransport(base, fromUtf8(stored)).request("GET", ACCOUNT);
    if (status !== 401) return fromUtf8(stored);
  }
  const { access_token: token } = await createToken(appId, ["messages"], personId);
  await storage.write(new Map([[TOKEN, utf8(token)]]));
  return token;
}

/** Live events of the server at an address. */
export function liveNews(base: string): Surroundings["listen"] {
  return (token, running) => {
    const socket = io(base, { path: "/socket.io", transports: ["websocket"], forceNew: true, auth: { token } });
    socket.on("e2ee", ({ conversation_id: id }: EncryptedNews) => running.nudge(id));
    // Something may have happened while it was not connected.
    socket.on("connect", () => running.nudge(null));
    socket.on("gap", () => running.nudge(null));
    return () => void socket.disconnect();
  };
}
