import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { Status } from "@/lib/barks/schema";
import type { FilterContext } from "@/lib/filters/schema";
import { log } from "@/lib/log";
import { blockRelations } from "@/lib/people/reads";
import type { Broadcast } from "@/lib/realtime/events";
import { channels } from "@/lib/redis/keys";
import { peopleIn, publicVisibility, quotedIn, withoutQuote, type LiveVisibility } from "@/lib/timelines/rules";
import { filteredFor } from "@/sidecar/gateway/filtered";
import { withFlags } from "@/sidecar/gateway/own-flags";
import { ListRooms } from "@/sidecar/gateway/list-rooms";

/** Their channels of Redis. */
const CHANNELS: string[] = [channels.barks, channels.lists];
/** Barks that wait to be passed on. When there are more, the stores are too slow, and the listeners start again. */
const MAX_WAITING = 2_000;
/** How many barks are remembered, so that one which is delivered again is not sent again. */
const REMEMBERED = 5_000;
/** How many listeners are served before other work of the gateway gets its turn. */
const TURN = 500;

/** An event of a stream that is not of one person. */
export type BroadcastEvent =
  | { type: "bark"; status: Status }
  | { type: "bark:edited"; status: Status }
  | { type: "bark:deleted"; id: string };

/** Recognises an edit that is delivered again. */
function digest(status: Status): string {
  return createHash("sha1").update(JSON.stringify(status)).digest("base64");
}

/** Somebody who listens to Town, a topic or a list. */
export interface Listener {
  readonly viewerId: string;
  hear(event: BroadcastEvent): void;
  /** Events may be missing: the client has to read the list again. */
  gap(): void;
}

/** A bark as it is told of: the same two objects for all listeners. */
interface Told {
  full: Extract<BroadcastEvent, { status: Status }>;
  withoutQuote: Extract<BroadcastEvent, { status: Status }>;
}

/** A stream that is not of one person: a topic is named by its key, a list by its id. */
export type Place = { of: "town"; media: boolean } | { of: "topic"; topic: string } | { of: "list"; list: string };

/**
 * The streams that are not of one person. Each bark is published once to each gateway where somebody listens; which of
 * the listeners get it is decided here, for all of them together, by the rules of the same lists over HTTP.
 */
export class Broadcasts {
  readonly #town = new Map<Listener, { media: boolean }>();
  readonly #topics = new Map<string, Set<Listener>>();
  readonly #lists = new ListRooms();
  readonly #seen = new Set<string>();
  #listeners = 0;
  #waiting = 0;
  #queue: Promise<void> = Promise.resolve();

  constructor(readonly subscriber: Redis) {}

  /** Adds a listener, who gets what is published from now on. @returns false when it is a list that is not theirs */
  async add(listener: Listener, place: Place): Promise<boolean> {
    if (this.#listeners++ === 0) await this.subscriber.subscribe(...CHANNELS);
    if (place.of === "town") this.#town.set(listener, place);
    else if (place.of === "topic")
      this.#topics.set(place.topic, (this.#topics.get(place.topic) ?? new Set()).add(listener));
    else if (!(await this.#lists.join(listener, place.list))) {
      this.#left();
      return false;
    }
    return true;
  }

  /** Removes a listener that was added. */
  remove(listener: Listener, place: Place): void {
    if (place.of === "town") this.#town.delete(listener);
    else if (place.of === "list") this.#lists.leave(listener, place.list);
    else {
      const listeners = this.#topics.get(place.topic);
      listeners?.delete(listener);
      if (listeners?.size === 0) this.#topics.delete(place.topic);
    }
    this.#left();
  }

  #left(): void {
    if (--this.#listeners === 0) this.subscriber.unsubscribe(...CHANNELS).catch(() => undefined);
  }

  /** What to subscribe to after a reconnection to Redis. What was published meanwhile is lost. */
  resume(): string[] {
    for (const listener of this.#everybody()) listener.gap();
    return this.#listeners > 0 ? CHANNELS : [];
  }

  /** Handles a message of a Redis channel, in order. @returns whether it was for these streams */
  handleMessage(channel: string, message: string): boolean {
    if (!CHANNELS.includes(channel)) return false;
    if (this.#waiting >= MAX_WAITING) {
      for (const listener of this.#everybody()) listener.gap();
      return true;
    }
    this.#waiting++;
    this.#queue = this.#queue
      .then(() => (channel === channels.lists ? this.#lists.reload(message) : this.#pass(JSON.parse(message))))
      .catch((error: unknown) => {
        log().debug({ err: error }, "a store is unavailable: listeners start again");
        for (const listener of this.#everybody()) listener.gap();
      })
      .finally(() => this.#waiting--);
    return true;
  }

  #everybody(): Listener[] {
    return [
      ...new Set([
        ...this.#town.keys(),
        ...[...this.#topics.values()].flatMap((all) => [...all]),
        ...this.#lists.everybody(),
      ]),
    ];
  }

  async #pass(event: Broadcast): Promise<void> {
    if (event.type === "bark:deleted") return this.#passDeletion(event);
    const { status } = event;
    if (this.#wasSeen(event.type === "bark" ? status.id : digest(status))) return;
    const told = { full: event, withoutQuote: { ...event, status: withoutQuote(status) } };
    await this.#passPublic(told);
    const by = event.type === "bark" ? [status.account.id] : event.by;
    await this.#lists.forEach(by, status, (listener, how) => this.#tell(listener, told, "home", how));
  }

  #wasSeen(id: string): boolean {
    if (this.#seen.has(id)) return true;
    this.#seen.add(id);
    for (const oldest of this.#seen) {
      if (this.#seen.size <= REMEMBERED) break;
      this.#seen.delete(oldest);
    }
    return false;
  }

  /** Sends a public bark to Town and its topics. Who mutes or blocks whom is read once for all listeners. */
  async #passPublic(told: Told): Promise<void> {
    const { status } = told.full;
    if (status.visibility !== "public" || status.reblog !== null) return;
    const listeners = [
      ...[...this.#town].flatMap(([listener, { media }]) =>
        media && status.media_attachments.length === 0 ? [] : [listener],
      ),
      ...status.tags.flatMap(({ name }) => [...(this.#topics.get(name) ?? [])]),
    ];
    if (listeners.length === 0) return;
    const quoted = quotedIn(status);
    const blocks = await blockRelations([...peopleIn(status), ...(quoted ? [quoted.account.id] : [])]);
    for (let from = 0; from < listeners.length; from += TURN) {
      await Promise.all(
        listeners.slice(from, from + TURN).map((listener) => {
          const how = publicVisibility(status, listener.viewerId, blocks.get(listener.viewerId) ?? []);
          return this.#tell(listener, told, "public", how);
        }),
      );
      if (from + TURN < listeners.length) await setImmediate();
    }
  }

  /** Sends a bark as one listener may see it, marked by their filters; not if a filter hides it. */
  async #tell(listener: Listener, told: Told, context: FilterContext, how: LiveVisibility): Promise<void> {
    if (how === "none") return;
    const { viewerId } = listener;
    // Lists have the flags that Home has; in public streams there are none, as in Mastodon.
    const own = context === "home" ? await withFlags(viewerId, told[how]) : told[how];
    const event = await filteredFor(viewerId, own, context);
    if (event) listener.hear(event);
  }

  #passDeletion({ id, by, isPublic, topics }: Extract<Broadcast, { type: "bark:deleted" }>): void {
    this.#wasSeen(id);
    if (this.#wasSeen(`deleted ${id}`)) return;
    const event = { type: "bark:deleted" as const, id };
    const listeners = new Set(this.#lists.listeners(by));
    if (isPublic) for (const listener of this.#town.keys()) listeners.add(listener);
    for (const topic of topics) for (const listener of this.#topics.get(topic) ?? []) listeners.add(listener);
    for (const listener of listeners) listener.hear(event);
  }
}
