import { log } from "@/lib/log";
import type { LiveEvent } from "@/lib/realtime/events";
import { isAfter, isCursor } from "@/lib/realtime/rules";
import { entriesAfter } from "@/lib/realtime/reads";
import { eventsOf } from "@/sidecar/gateway/entries";

/** Steps that wait in a reader. When there are more, the stores are too slow, and the client connects again. */
const MAX_WAITING = 2_000;

/** A connected device that gets the events of its person's live stream. */
export interface LiveReceiver {
  /** Sends an event on. The next one waits until this one has been sent. */
  receive(cursor: string, event: LiveEvent): void | Promise<void>;
  /** The events after `from` are lost; further ones follow `cursor`. */
  gap(from: string | null, cursor: string): void;
  /** A store is unavailable: closes the connection in a way that makes the client connect again. */
  drop(): void;
}

/**
 * One device's position in its person's live stream. All events go through one queue, so that they arrive in the
 * stream's order, once, without gaps: if a wake-up does not follow the last event that was sent, the missing events are
 * read from the stream.
 */
export class LiveReader {
  #sentTo = "";
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;

  /** `newest`: the stream's newest entry at the time of the connection; all events wait for it. */
  constructor(
    readonly receiver: LiveReceiver,
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
      await this.receiver.receive(id, event);
    });
  }

  /** Sends events whose wake-up was lost, up to `newest`, the newest entry of the stream. */
  refresh(newest: string): void {
    this.#enqueue(async () => {
      if (newest !== this.#sentTo) await this.#catchUp(newest);
    });
  }

  #enqueue(step: () => Promise<void>): void {
    if (this.#waiting >= MAX_WAITING) return this.receiver.drop();
    this.#waiting++;
    this.#queue = this.#queue
      .then(step)
      .catch((error: unknown) => {
        log().debug({ err: error }, "live connection dropped");
        this.receiver.drop();
      })
      .finally(() => this.#waiting--);
  }

  async #catchUp(newest: string): Promise<void> {
    const entries = await entriesAfter(this.personId, this.#sentTo);
    if (!entries) return this.#gap(this.#sentTo, newest);
    const events = await eventsOf(this.personId, entries);
    for (const { id } of entries) {
      this.#sentTo = id;
      const event = events.get(id);
      if (event) await this.receiver.receive(id, event);
    }
  }

  #gap(from: string | null, newest: string): void {
    this.#sentTo = newest;
    this.receiver.gap(from, newest);
  }
}
