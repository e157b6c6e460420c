/**
 * What the messenger needs from its surroundings: a way to the server, storage that lasts, a key that signs, and a
 * clock. Browsers, bots and tests each bring their own.
 */

/** An answer of the server; `body` is parsed JSON, or bytes when `binary` was asked for. */
export interface TransportAnswer {
  status: number;
  body: unknown;
}

export interface TransportRequest {
  query?: Record<string, string | number | undefined>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  bytes?: Uint8Array;
  /** The answer is wanted as bytes. */
  binary?: boolean;
}

/** Sends requests to the server of the account, below `/api/v1/barker/e2ee`. */
export interface MessengerTransport {
  /** @throws anything when no answer came; whether the request arrived is then unknown */
  request(
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    request?: TransportRequest,
  ): Promise<TransportAnswer>;
}

/** Values by key. What `write` was called with is durable, all of it or nothing, when its promise resolves. */
export interface MessengerStorage {
  get(key: string): Promise<Uint8Array | undefined>;
  /** All entries whose key begins with a prefix, by ascending key. */
  list(prefix: string): Promise<[key: string, value: Uint8Array][]>;
  /** Null deletes. */
  write(changes: ReadonlyMap<string, Uint8Array | null>): Promise<void>;
  clear(): Promise<void>;
}

/** A key of which only the public half can be read. */
export interface DeviceSigner {
  publicKey: Uint8Array;
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** The Ed25519 keys of devices by name; private halves never leave it where the platform allows that. */
export interface DeviceKeys {
  create(name: string): Promise<DeviceSigner>;
  load(name: string): Promise<DeviceSigner | null>;
  clear(): Promise<void>;
}

export interface MessengerPorts {
  transport: MessengerTransport;
  storage: MessengerStorage;
  keys: DeviceKeys;
  /** The host in credentials: that of the account's server. */
  host: string;
  /** The person who is signed in. */
  personId: string;
  /** Unix ms, corrected by the server's clock where that is known. */
  now(): number;
  /** Called when the messenger cannot go on by itself, for logs; never with content. */
  warn?(message: string): void;
}

/** A problem to be shown as one sentence. */
export class MessengerError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "MessengerError";
  }
}
