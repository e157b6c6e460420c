import type { Socket } from "socket.io";
import type { Identity } from "@/lib/auth/schema";
import { credentialOf } from "@/lib/http/authorise";
import { log } from "@/lib/log";
import type { ClientToServer, LiveEvent, ServerToClient } from "@/lib/realtime/events";
import { mayHear } from "@/lib/realtime/rules";
import { entriesAfter, isAfter, isCursor } from "@/lib/realtime/stream";
import { eventsOf } from "@/sidecar/gateway/entries";

/** What a socket was admitted with. */
export interface Admission {
  identity: Identity;
  /** The `Cookie` header of our own pages, to check the session again; null for apps. */
  cookie: string | null;
}

export type BarkerSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Admission>;

/**
 * One connected device and how far its person's live stream has been told to it. Everything goes
 * through one queue, so that events arrive in the stream's order, each once, without holes: a
 * wake-up that does not follow on what was told is answered by reading the stream instead.
 */
export class LiveSocket {
  #told = "";
  #queue: Promise<void> = Promise.resolve();

  /** The session or token it came in by. */
  get credential(): string {
    return credentialOf(this.socket.data.identity);
  }

  /** `newest`: where the stream stands when the device begins; everything waits for it. */
  constructor(
    readonly socket: BarkerSocket,
    readonly personId: string,
    newest: Promise<string>,
  ) {
    this.#enqueue(async () => {
      this.#told = await newest;
    });
  }

  /** Tells everything after `cursor`; nothing for a device that begins now. */
  replay(cursor: unknown): void {
    if (cursor === undefined || cursor === null || cursor === "") return;
    this.#enqueue(async () => {
      const newest = this.#told;
      if (!isCursor(cursor)) return this.#gap(null, newest);
      this.#told = cursor;
      await this.#catchUp(newest);
    });
  }

  /** An event was appended to the person's stream, after the event `before`; null is one to be read there. */
  wake([before, id]: [string, string], event: LiveEvent | null): void {
    this.#enqueue(async () => {
      if (!isAfter(id, this.#told)) return;
      if (before !== this.#told || !event) return this.#catchUp(id);
      this.#told = id;
      this.#tell(id, event);
    });
  }

  /** Makes good what a lost wake-up left out; `newest` is the newest event of the stream. */
  refresh(newest: string): void {
    this.#enqueue(async () => {
      if (newest !== this.#told) await this.#catchUp(newest);
    });
  }

  #enqueue(step: () => Promise<void>): void {
    this.#queue = this.#queue.then(step).catch((error: unknown) => {
      // A store is away. The client comes back with its cursor and gets what it missed.
      log().debug({ err: error }, "live socket dropped");
      this.socket.conn.close();
    });
  }

  async #catchUp(newest: string): Promise<void> {
    const entries = await entriesAfter(this.personId, this.#told);
    if (!entries) return this.#gap(this.#told, newest);
    const events = await eventsOf(this.personId, entries);
    for (const { id } of entries) {
      this.#told = id;
      const event = events.get(id);
      if (event) this.#tell(id, event);
    }
  }

  #tell(cursor: string, event: LiveEvent): void {
    if (!mayHear(this.socket.data.identity, event.type)) return;
    switch (event.type) {
      case "bark":
        return void this.socket.emit("bark", { cursor, status: event.status });
      case "bark:edited":
        return void this.socket.emit("bark:edited", { cursor, status: event.status });
      case "bark:deleted":
        return void this.socket.emit("bark:deleted", { cursor, id: event.id });
      case "notification":
        return void this.socket.emit("notification", { cursor, notification: event.notification });
      case "read":
        return void this.socket.emit("read", { cursor, ...event.markers });
    }
  }

  #gap(from: string | null, newest: string): void {
    this.#told = newest;
    this.socket.emit("gap", { from, cursor: newest });
  }
}
