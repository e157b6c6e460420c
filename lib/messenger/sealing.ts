import { MessengerError, type MessengerStorage } from "@/lib/messenger/ports";

const IV_BYTES = 12;
const text = new TextEncoder();

/**
 * A storage whose values are encrypted with AES-GCM under a key that the platform does not reveal; each value is bound
 * to its own key name, so that none can be moved to another. Key names stay readable: they contain ids only.
 */
export function sealedStorage(storage: MessengerStorage, key: CryptoKey): MessengerStorage {
  const open = async (name: string, sealed: Uint8Array): Promise<Uint8Array> => {
    const copy = new Uint8Array(sealed);
    const algorithm = { name: "AES-GCM", iv: copy.subarray(0, IV_BYTES), additionalData: text.encode(name) };
    try {
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, copy.subarray(IV_BYTES)));
    } catch {
      throw new MessengerError("storage_damaged", "The messages on this device cannot be read.");
    }
  };
  const seal = async (name: string, value: Uint8Array): Promise<Uint8Array> => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const algorithm = { name: "AES-GCM", iv, additionalData: text.encode(name) };
    const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, new Uint8Array(value)));
    const joined = new Uint8Array(IV_BYTES + sealed.length);
    joined.set(iv);
    joined.set(sealed, IV_BYTES);
    return joined;
  };
  return {
    async get(name) {
      const sealed = await storage.get(name);
      return sealed && open(name, sealed);
    },
    async list(prefix) {
      const entries = await storage.list(prefix);
      return Promise.all(
        entries.map(async ([name, sealed]): Promise<[string, Uint8Array]> => [name, await open(name, sealed)]),
      );
    },
    async write(changes) {
      // Encryption is asynchronous, and a transaction of IndexedDB would not wait for it.
      const sealed = await Promise.all(
        [...changes].map(async ([name, value]): Promise<[string, Uint8Array | null]> => [
          name,
          value && (await seal(name, value)),
        ]),
      );
      await storage.write(new Map(sealed));
    },
    clear: () => storage.clear(),
  };
}
