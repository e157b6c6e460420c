import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { databaseOf } from "@/app/_client/messages/protocol";
import type { DeviceKeys, DeviceSigner, MessengerStorage, MessengerTransport } from "@/lib/messenger/ports";
import { sealedStorage } from "@/lib/messenger/sealing";

interface MessagesSchema extends DBSchema {
  values: { key: string; value: Uint8Array };
  keys: { key: string; value: CryptoKeyPair | CryptoKey | string };
}

export type MessagesDatabase = IDBPDatabase<MessagesSchema>;

const API = "/api/v1/barker/e2ee";
const LIMIT_MS = 20_000;
const TRANSFER_LIMIT_MS = 120_000;

/** Opens the database of one person in this browser. */
export function openMessages(personId: string): Promise<MessagesDatabase> {
  return openDB<MessagesSchema>(databaseOf(personId), 1, {
    upgrade(created) {
      created.createObjectStore("values");
      created.createObjectStore("keys");
    },
    // Signing out in another window deletes the database, which waits until this one is closed.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Values in IndexedDB, written to the disk before a write resolves, sealed with a key that scripts cannot read. */
export async function browserStorage(database: MessagesDatabase): Promise<MessengerStorage> {
  const plain: MessengerStorage = {
    get: (key) => database.get("values", key),
    async list(prefix) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const transaction = database.transaction("values");
      const [keys, values] = await Promise.all([transaction.store.getAllKeys(range), transaction.store.getAll(range)]);
      return keys.flatMap((key, at): [string, Uint8Array][] => {
        const value = values[at];
        return value ? [[key, value]] : [];
      });
    },
    async write(changes) {
      const { store, done } = database.transaction("values", "readwrite", { durability: "strict" });
      const writes = [...changes].map(([key, value]) => (value ? store.put(value, key) : store.delete(key)));
      await Promise.all([...writes, done]);
    },
    clear: () => database.clear("values"),
  };
  return sealedStorage(plain, await sealingKey(database));
}

async function sealingKey(database: MessagesDatabase): Promise<CryptoKey> {
  const stored = await database.get("keys", "seal");
  if (stored instanceof CryptoKey) return stored;
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await database.put("keys", key, "seal");
  return key;
}

/** Ed25519 keys that this browser uses and never reveals. */
export function browserKeys(database: MessagesDatabase): DeviceKeys {
  const signer = async ({ privateKey, publicKey }: CryptoKeyPair): Promise<DeviceSigner> => ({
    publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)),
    sign: async (data) => new Uint8Array(await crypto.subtle.sign("Ed25519", privateKey, new Uint8Array(data))),
  });
  return {
    async create(name) {
      const pair = await newKeyPair();
      await database.put("keys", pair, `device/${name}`);
      return signer(pair);
    },
    async load(name) {
      const pair = await database.get("keys", `device/${name}`);
      return typeof pair === "object" && "privateKey" in pair ? signer(pair) : null;
    },
    async clear() {
      await database.clear("keys");
    },
  };
}

/** A new pair of Ed25519 keys. Rejects in browsers that do not know them. */
export function newKeyPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
}

/** Requests with this browser's session. `learnTime` is told the server's time of each answer. */
export function browserTransport(personId: string, learnTime: (date: string | null) => void): MessengerTransport {
  return {
    async request(method, path, { query = {}, json, bytes, binary } = {}) {
      const given = Object.entries(query).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      );
      const search = given.length > 0 ? `?${new URLSearchParams(given)}` : "";
      const headers: Record<string, string> = { "barker-person": personId };
      if (json !== undefined) headers["content-type"] = "application/json";
      if (bytes !== undefined) headers["content-type"] = "application/octet-stream";
      const limit = bytes !== undefined || binary ? TRANSFER_LIMIT_MS : LIMIT_MS;
      const init: RequestInit = { method, headers, signal: AbortSignal.timeout(limit) };
      if (bytes !== undefined) init.body = new Uint8Array(bytes);
      else if (json !== undefined) init.body = JSON.stringify(json);
      const response = await fetch(`${API}/${path}${search}`, init);
      learnTime(response.headers.get("date"));
      const isJson = response.headers.get("content-type")?.includes("json") ?? false;
      const text = isJson ? await response.text() : null;
      if (text !== null) return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
      return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
    },
  };
}
