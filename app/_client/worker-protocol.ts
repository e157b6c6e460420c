import { openDB, type DBSchema, type IDBPDatabase } from "idb";

// What pages and the service worker (app/_worker) share: messages, and the database of the outbox.

/** What a page tells the service worker. */
export type WorkerMessage =
  /** Somebody reads a page: it is to be cached, with these parts of it. */
  | { type: "visited"; path: string; parts: string[] }
  /** Somebody signed out. */
  | { type: "forget" }
  /** The outbox of this person is to be sent now. */
  | { type: "send"; owner: string }
  /** Alerts up to this one were read. */
  | { type: "alerts-read"; readTo: string };

/** What the service worker tells all pages: an entry was settled, or it stopped sending and why. */
export type OutboxReport<Entry extends QueuedRequests> =
  | { type: "settled"; entry: Entry }
  | { type: "rest"; owner: string; why: Pause; seconds?: number };

/** Why the service worker stopped sending; "away": the server cannot be reached. */
export type Pause = "done" | "away" | "signed-out";

/** One request of a mutation. It is done when all of its requests are; repeating some of them changes nothing. */
export interface MutationRequest {
  method: "POST" | "PUT" | "DELETE";
  path: string;
  json?: unknown;
  /** The idempotency key. */
  key?: string;
  /** 404 is as good as done. */
  mayBeGone?: boolean;
}

/** The part of an entry of the outbox that the service worker reads and changes. */
export interface QueuedRequests {
  /** Entries are sent in the order of these. */
  seq: number;
  /** Whose it is; it is sent as nobody else. */
  owner: string;
  /** When it was done, in Unix ms. */
  at: number;
  steps: MutationRequest[];
  /** Without its idempotency key, sending it twice would do it twice. */
  once: boolean;
  tries: number;
  /** When it was first tried, in Unix ms. */
  tried: number | null;
  state: "waiting" | "sent" | "refused";
  answer?: unknown;
  status?: number;
  sentence?: string;
}

interface OutboxSchema<Entry extends QueuedRequests> extends DBSchema {
  entries: { key: number; value: Entry };
}

export type OutboxDatabase<Entry extends QueuedRequests> = IDBPDatabase<OutboxSchema<Entry>>;

/** Opens the database of the outbox, and creates it where it is missing. */
export function openOutbox<Entry extends QueuedRequests>(): Promise<OutboxDatabase<Entry>> {
  return openDB<OutboxSchema<Entry>>("outbox", 1, {
    upgrade: (database) => void database.createObjectStore("entries", { keyPath: "seq", autoIncrement: true }),
  });
}
