import { join } from "node:path";
import { io } from "socket.io-client";
import { createToken } from "@/lib/auth/writes";
import { fromUtf8, utf8 } from "@/lib/bytes/encoding";
import { log } from "@/lib/log";
import { createMessenger, type RunningMessenger } from "@/lib/messenger/messenger";
import { fileStorage } from "@/lib/messenger/file-storage";
import { storedKeys, tokenTransport } from "@/lib/messenger/node-ports";
import type { MessengerStorage, MessengerTransport } from "@/lib/messenger/ports";
import type { EncryptedNews } from "@/lib/realtime/events";

/** How a device reaches the server. */
export interface ServerLink {
  transport: MessengerTransport;
  /** Tells the device of news from then on; without it, it looks every half minute. @returns what ends it */
  listen: (running: RunningMessenger) => () => void;
}

/** Where the town's devices reach Barker, and where they keep their keys. */
export interface Surroundings {
  /** The host in credentials. */
  host: string;
  /** The folder of this town. */
  folder: string;
  connect: (personId: string, storage: MessengerStorage) => Promise<ServerLink>;
}

/** Somebody of the town and their device. */
export interface Pal {
  handle: string;
  personId: string;
  running: RunningMessenger;
  /** Stops the device; its keys stay in the folder. */
  close(): Promise<void>;
}

/** Opens the device of a townsperson, which begins to fetch and send by itself. Its keys are made by `enrol`. */
export async function openDevice(
  { host, folder, connect }: Surroundings,
  { id: personId, handle }: { id: string; handle: string },
): Promise<Pal> {
  const { storage, seal } = closable(fileStorage(join(folder, `${personId}.cbor`)));
  const { transport, listen } = await connect(personId, storage);
  const running = await createMessenger({
    transport,
    storage,
    keys: storedKeys(storage),
    host,
    personId,
    now: Date.now,
    warn: (message) => log().debug({ handle, message }, "a townsperson's messages"),
  });
  running.start();
  const leave = listen(running);
  return {
    handle,
    personId,
    running,
    async close() {
      leave();
      await running.stop();
      await seal();
    },
  };
}

/** A storage that refuses what comes after its end, as a crash does, so that two messengers never share a file. */
function closable(inner: ReturnType<typeof fileStorage>): { storage: MessengerStorage; seal: () => Promise<void> } {
  let isSealed = false;
  let last: Promise<void> = Promise.resolve();
  const write: MessengerStorage["write"] = (changes) => {
    if (isSealed) return Promise.reject(new Error("This device was closed."));
    return (last = inner.write(changes));
  };
  async function seal(): Promise<void> {
    isSealed = true;
    await last.catch(() => undefined);
    await inner.close();
  }
  return { storage: { ...inner, write }, seal };
}

const TOKEN = "town-token";
const ACCOUNT = "account";

/** Connections by access tokens of an app, which are stored with the keys, and by live events. */
export function tokenConnections(base: string, appId: string): Surroundings["connect"] {
  return async (personId, storage) => {
    const token = await tokenOf(storage, { base, appId, personId });
    const listen: ServerLink["listen"] = (running) => {
      const socket = io(base, { path: "/socket.io", transports: ["websocket"], forceNew: true, auth: { token } });
      socket.on("e2ee", ({ conversation_id: id }: EncryptedNews) => running.nudge(id));
      // Something may have happened while it was not connected.
      socket.on("connect", () => running.nudge(null));
      socket.on("gap", () => running.nudge(null));
      return () => void socket.disconnect();
    };
    return { transport: tokenTransport(base, token), listen };
  };
}

/** The stored token, or a new one where the server does not know it any more. */
async function tokenOf(
  storage: MessengerStorage,
  { base, appId, personId }: { base: string; appId: string; personId: string },
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
