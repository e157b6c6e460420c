import type { Socket } from "socket.io";
import type { Identity } from "@/lib/auth/schema";
import { credentialOf } from "@/lib/http/authorise";
import { log } from "@/lib/log";
import type { ClientToServer, LiveEvent, ServerToClient } from "@/lib/realtime/events";
import { mayReceive, isAfter, isCursor } from "@/lib/realtime/rules";
import { entriesAfter } from "@/lib/realtime/reads";
import { eventsOf } from "@/sidecar/gateway/entries";

/** What a socket was authenticated with. */
export interface Admission {
  identity: Identity;
  /** The `Cookie` header of our own pages, to check the session again; null for apps. */
  cookie: string | null;
}

export type BarkerSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Admission>;

/**
 * One connected device and its position in its person's live stream. All events go through one queue, so that they
 * arrive in the stream's order, once, without gaps: if a wake-up does not follow the last event that was sent, the
 * missing events are read from the stream.
 */
export class LiveSocket {
  #sentTo = "";
  #queue: Promise<void> = Promise.resolve();

  /** The session or token that authenticated it. */
  get credential(): string {
    return credentialOf(this.socket.data.identity);
  }

  /** `newest`: the stream's newest entry at the time of the connection; all events wait for it. */
  constructor(
    readonly socket: BarkerSocket,
    readonly personId: string,
    newest: Promise<string>,
  ) {
    this.#enqueue(async () => {
      this.#sentTo = await newest;
    });
  }

  /** Sends all events after `cursor`; none to a device without a cursor. */
  replay(cursor: unknown): void {
    if (cursor === undefined || cursor === null || cursor === "") return;
    this.#enqueue(async () => {
      const newest = this.#sentTo;
      if (!isCursor(cursor)) return this.#gap(null, newest);
      this.#sentTo = cursor;
      await this.#catchUp(newest);
    });
  }

  /** Sends the event that was appended to the stream after `before`; a null event is read from the stream. */
  wake([before, id]: [string, string], event: LiveEvent | null): void {
    this.#enqueue(async () => {
      if (!isAfter(id, this.#sentTo)) return;
      if (before !== this.#sentTo || !event) return this.#catchUp(id);
      this.#sentTo = id;
      this.#send(id, event);
    });
  }

  /** Sends events whose wake-up was lost, up to `newest`, the newest entry of the stream. */
  refresh(newest: string): void {
    this.#enqueue(async () => {
      if (newest !== this.#sentTo) await this.#catchUp(newest);
    });
  }

  #enqueue(step: () => Promise<void>): void {
    this.#queue = this.#queue.then(step).catch((error: unknown) => {
      // A store is unavailable. The client reconnects with its cursor and gets the missed events.
      log().debug({ err: error }, "live socket dropped");
      this.socket.conn.close();
    });
  }

  async #catchUp(newest: string): Promise<void> {
    const entries = await entriesAfter(this.personId, this.#sentTo);
    if (!entries) return this.#gap(this.#sentTo, newest);
    const events = await eventsOf(this.personId, entries);
    for (const { id } of entries) {
      this.#sentTo = id;
      const event = events.get(id);
      if (event) this.#send(id, event);
    }
  }

  #send(cursor: string, event: LiveEvent): void {
    if (!mayReceive(this.socket.data.identity, event.type)) return;
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
      case "e2ee":
        return void this.socket.emit("e2ee", { cursor, ...event.news });
    }
  }

  #gap(from: string | null, newest: string): void {
    this.#sentTo = newest;
    this.socket.emit("gap", { from, cursor: newest });
  }
}
