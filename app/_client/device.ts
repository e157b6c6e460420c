/**
 * What this device remembers for pages. Pages work without the browser's storage: values that do not fit there, or that
 * it refuses, are kept in memory as long as the page lives.
 */
export interface DeviceStorage {
  get(key: string): string | null;
  /** Null deletes the value. */
  set(key: string, text: string | null): void;
  keys(): string[];
  /** Ignores all further writes: the page is about to be closed, and its data has been deleted. */
  close(): void;
}

/** The storage. Accessing `localStorage` throws where storage is blocked, and servers have none. */
export function storageWithFallback(open: () => Storage): DeviceStorage {
  const unkept = new Map<string, string | null>();
  let closed = false;
  const attempt = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(open());
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => unkept.get(key) ?? (unkept.has(key) ? null : attempt((storage) => storage.getItem(key), null)),
    set(key, text) {
      if (closed) return;
      const kept = attempt((storage) => {
        if (text === null) storage.removeItem(key);
        else storage.setItem(key, text);
        return true;
      }, false);
      if (kept) unkept.delete(key);
      else unkept.set(key, text);
    },
    close: () => void (closed = true),
    keys() {
      const there = attempt((storage) => Object.keys(storage), []);
      return [...new Set([...there, ...unkept.keys()])].filter((key) => unkept.get(key) !== null);
    },
  };
}

/** Under this key: who was signed in when a page was last open here; "" for nobody. */
export const WHOSE = "whose";

/** On the server, where pages are rendered for everybody, nothing is remembered. */
const NONE: DeviceStorage = { get: () => null, set: () => {}, keys: () => [], close: () => {} };

/** Kept until sign-out or until the browser deletes it. */
export const device = typeof window === "undefined" ? NONE : storageWithFallback(() => localStorage);

/** Kept as long as this window. */
export const tab = typeof window === "undefined" ? NONE : storageWithFallback(() => sessionStorage);

/** A new random id (a UUID). `crypto.randomUUID` is missing on pages that came by plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, "0");
  }).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
