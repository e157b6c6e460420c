import { openDB, type DBSchema, type IDBPDatabase } from "idb";

// What pages and the service worker (app/_worker) share: messages, and the database of the outbox.

/** Messages from a page to the service worker. */
export type WorkerMessage =
  /** Somebody reads a page: it is to be cached, with these parts of it. */
  | { type: "visited"; path: string; parts: string[] }
  /** Somebody signed out. */
  | { type: "forget" }
  /** The outbox of this person is to be sent now. */
  | { type: "send"; owner: string }
  /** Alerts up to this one were read. */
  | { type: "alerts-read"; readTo: string };

/** Messages from the service worker to all pages: an entry was settled, or it stopped sending and why. */
export type OutboxReport<Entry extends QueuedRequests> =
  | { type: "settled"; entry: Entry }
  | { type: "rest"; owner: string; why: Pause; seconds?: number };

/** Why the service worker stopped sending; "away": the server cannot be reached. */
export type Pause = "done" | "away" | "signed-out";

/** One request of a mutation, which is done when all of its requests are; repeating some of them changes nothing. */
export interface MutationRequest {
  method: "POST" | "PUT" | "DELETE";
  path: string;
  json?: unknown;
  /** The idempotency key. */
  key?: string;
  /** 404 counts as success. */
  mayBeGone?: boolean;
}

/** The part of an entry of the outbox that the service worker reads and changes. */
export interface QueuedRequests {
  /** Entries are sent in ascending order. */
  seq: number;
  /** The person it belongs to; it is never sent with another session. */
  owner: string;
  /** The mutation's key. */
  lane: string;
  /** The key of the bark that this one answers, while that waits; the answer's id is then put into its requests. */
  follows?: string | null;
  /** When the mutation was made, in Unix ms. */
  at: number;
  steps: MutationRequest[];
  /** Needs its idempotency key: without it, a retry would apply it twice. */
  once: boolean;
  tries: number;
  /** When it was first tried, in Unix ms. */
  tried: number | null;
  state: "waiting" | "sent" | "refused";
  answer?: unknown;
  status?: number;
  sentence?: string;
  /** The error code of a refusal. */
  code?: string;
}

/** The changes of an entry when the bark that it follows was sent: its new bark answers that one. */
export function answering({ steps }: Pick<QueuedRequests, "steps">, answer: unknown): Partial<QueuedRequests> {
  const { id } = answer as { id: string };
  const answers = (step: MutationRequest) =>
    step.key === undefined ? step : { ...step, json: { ...(step.json as object), in_reply_to_id: id } };
  return { follows: null, steps: steps.map(answers) };
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
