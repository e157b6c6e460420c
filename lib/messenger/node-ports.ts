import { signerFromSeed } from "@/lib/keychain/signing";
import type { DeviceKeys, MessengerStorage, MessengerTransport } from "@/lib/messenger/ports";

// What the messenger needs where it runs without a browser: in bots, and in tests.

const API = "/api/v1/barker/e2ee";
const LIMIT_MS = 30_000;

/** Requests with an access token, which needs the scope `messages`. */
export function tokenTransport(origin: string | (() => Promise<string>), token: string): MessengerTransport {
  return {
    async request(method, path, { query = {}, json, bytes } = {}) {
      const given = Object.entries(query).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      );
      const search = given.length > 0 ? `?${new URLSearchParams(given)}` : "";
      const headers: Record<string, string> = { authorization: `Bearer ${token}` };
      if (json !== undefined) headers["content-type"] = "application/json";
      if (bytes !== undefined) headers["content-type"] = "application/octet-stream";
      const base = typeof origin === "string" ? origin : await origin();
      const init: RequestInit = { method, headers, signal: AbortSignal.timeout(LIMIT_MS) };
      if (bytes !== undefined) init.body = new Uint8Array(bytes);
      else if (json !== undefined) init.body = JSON.stringify(json);
      const response = await fetch(`${base}${API}/${path}${search}`, init);
      if (!(response.headers.get("content-type")?.includes("json") ?? false)) {
        return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
      }
      const text = await response.text();
      return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
    },
  };
}

/** Values in memory. `values` is what survives a crash of the messenger that uses it. */
export function memoryStorage(
  values = new Map<string, Uint8Array>(),
): MessengerStorage & { values: Map<string, Uint8Array> } {
  return {
    values,
    get: (key) => Promise.resolve(values.get(key)),
    list: (prefix) =>
      Promise.resolve([...values].filter(([key]) => key.startsWith(prefix)).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    write(changes) {
      for (const [key, value] of changes) {
        if (value === null) values.delete(key);
        else values.set(key, value);
      }
      return Promise.resolve();
    },
    clear() {
      values.clear();
      return Promise.resolve();
    },
  };
}

/** Keys whose secret halves are in a storage. */
export function storedKeys(storage: MessengerStorage): DeviceKeys {
  return {
    async create(name) {
      const seed = crypto.getRandomValues(new Uint8Array(32));
      await storage.write(new Map([[`key/${name}`, seed]]));
      return signerFromSeed(seed);
    },
    async load(name) {
      const seed = await storage.get(`key/${name}`);
      return seed ? signerFromSeed(seed) : null;
    },
    async clear() {
      const keys = await storage.list("key/");
      await storage.write(new Map(keys.map(([key]) => [key, null])));
    },
  };
}
