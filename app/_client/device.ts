/**
 * What this device remembers for pages. A page never needs the browser's storage: what does not find room there, or is
 * not let in at all, is remembered while the page lives.
 */
export interface DeviceStorage {
  get(key: string): string | null;
  /** Null forgets. */
  set(key: string, text: string | null): void;
  keys(): string[];
  /** Takes nothing any more: this page is about to be left, and what was here is forgotten. */
  close(): void;
}

/** Where it is kept. Naming `localStorage` throws where storage is blocked, and on a server there is none. */
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

/** On the server, where pages are made for everybody, nothing is remembered. */
const NONE: DeviceStorage = { get: () => null, set: () => {}, keys: () => [], close: () => {} };

/** Kept until somebody signs out or the browser forgets it. */
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
