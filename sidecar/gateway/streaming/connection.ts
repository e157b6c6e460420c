import type { Identity } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";
import { identityOfToken } from "@/lib/auth/reads";
import { permits } from "@/lib/auth/scopes";
import { log } from "@/lib/log";
import type { AnnouncementEvent, LiveEvent } from "@/lib/realtime/events";
import type { Broadcasts, Listener, Place } from "@/sidecar/gateway/broadcasts";
import { filteredFor } from "@/sidecar/gateway/filtered";
import { LiveReader, type LiveReceiver } from "@/sidecar/gateway/live-reader";
import { withFlags } from "@/sidecar/gateway/own-flags";
import type { PersonConnection, Presence } from "@/sidecar/gateway/presence";
import { toStreamingEvent, type StreamingEvent } from "@/sidecar/gateway/streaming/frames";
import {
  checkScopes,
  ClientMessage,
  placeOf,
  Refusal,
  toSubscription,
  type Subscription,
  type Wish,
} from "@/sidecar/gateway/streaming/subscriptions";

/** Streams per connection, and unanswered messages of a client; further ones are refused. */
const MAX_SUBSCRIPTIONS = 50;
const MAX_PENDING = 100;
/** Messages and pings of a client in a time (ms); a connection with more is closed. */
const MAX_MESSAGES = 200;
const MESSAGES_MS = 10_000;

/** A connection of either kind, WebSocket or server-sent events. */
export interface StreamingWire {
  readonly isOpen: boolean;
  send(event: StreamingEvent, label: string): void;
  /** Tells the client why a message of theirs was refused. */
  refuse(refusal: Refusal): void;
  /** Closes it with a status code of WebSockets. */
  close(code: CloseCode, reason: string): void;
  /** Shows the client that the connection is alive. Ends one whose client does not answer. */
  beat(): void;
}

/** Status codes of WebSockets (RFC 6455, 7.4, and its registry). */
export const CLOSE = { goingAway: 1001, refused: 1008, tooSlow: 1013 } as const;
/** A subscription that has begun; those that are not of the person listen to a place. */
interface OpenSubscription extends Subscription {
  place: Place | null;
  listener: Listener | null;
}
type OfBark = Extract<LiveEvent, { status: Status }>;
type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** A person who is signed in by an app. */
export type TokenIdentity = Extract<Identity, { by: "token" }>;

/** An app that is connected by Mastodon's streaming API, and the streams that it listens to. */
export class StreamingConnection implements PersonConnection, LiveReceiver {
  readonly identity: TokenIdentity;
  readonly #token: string;
  reader: LiveReader | null = null;
  readonly #subscriptions = new Map<string, OpenSubscription>();
  #queue: Promise<void> = Promise.resolve();
  #pending = 0;
  #messages = { count: 0, until: 0 };

  constructor(
    readonly wire: StreamingWire,
    { identity, token }: { identity: TokenIdentity; token: string },
    readonly presence: Presence,
    readonly broadcasts: Broadcasts,
  ) {
    this.identity = identity;
    this.#token = token;
    presence.add(this);
  }

  get personId(): string {
    return this.identity.viewer.id;
  }

  get credential(): string {
    return this.identity.credential;
  }

  /** Counts something that the client sent, and closes the connection when it was too much. @returns whether to handle it */
  mayGoOn(): boolean {
    const now = Date.now();
    if (this.#messages.until < now) this.#messages = { count: 0, until: now + MESSAGES_MS };
    if (++this.#messages.count > MAX_MESSAGES) this.wire.close(CLOSE.refused, "Too many messages");
    return this.wire.isOpen;
  }

  /** Handles a message of the client. What cannot be read is ignored, as Mastodon does. */
  hear(text: string): void {
    const message = ClientMessage.safeParse(parsed(text)).data;
    if (!message) return;
    if (message.type === "subscribe") this.subscribe(message);
    else this.#enqueue(async () => this.#unsubscribe(toSubscription(message)));
  }

  /** Begins a subscription; the client is told when it is refused. */
  subscribe(wish: Wish): void {
    this.#enqueue(() => this.#subscribe(toSubscription(wish)));
  }

  /** Handles requests in order. */
  #enqueue(act: () => Promise<void>): void {
    if (this.#pending >= MAX_PENDING) return this.wire.refuse(new Refusal(429, "Too many messages at once"));
    this.#pending++;
    this.#queue = this.#queue
      .then(() => (this.wire.isOpen ? act() : undefined))
      .catch((error: unknown) => {
        if (error instanceof Refusal) return this.wire.refuse(error);
        log().debug({ err: error }, "a stream was not opened");
        this.drop();
      })
      .finally(() => this.#pending--);
  }

  async #subscribe(subscription: Subscription): Promise<void> {
    checkScopes(this.identity, subscription);
    if (this.#subscriptions.has(subscription.label)) return;
    if (this.#subscriptions.size >= MAX_SUBSCRIPTIONS) throw new Refusal(429, "Too many streams on one connection");
    const place = placeOf(subscription);
    const listener = place && this.#listener(subscription.label);
    this.#subscriptions.set(subscription.label, { ...subscription, place, listener });
    if (isOfPerson(subscription)) this.reader ??= new LiveReader(this, this.personId, this.#register());
    if (!place || !listener || (await this.broadcasts.add(listener, place))) return;
    this.#subscriptions.delete(subscription.label);
    throw new Refusal(401, "Not authorized to stream this list");
  }

  #listener(label: string): Listener {
    return {
      viewerId: this.personId,
      hear: (event) => this.wire.send(toStreamingEvent(event), label),
      gap: () => this.drop(),
    };
  }

  /** Registered in the next turn, when `reader` is set, so that no event is missed. */
  async #register(): Promise<string> {
    await Promise.resolve();
    return this.presence.register(this.personId);
  }

  #unsubscribe({ label }: Subscription): void {
    const { place, listener } = this.#subscriptions.get(label) ?? {};
    this.#subscriptions.delete(label);
    if (place && listener) this.broadcasts.remove(listener, place);
    if (!this.reader || [...this.#subscriptions.values()].some(isOfPerson)) return;
    this.reader = null;
    this.presence.unregisterUnlessListening(this.personId);
  }

  async receive(_cursor: string, event: LiveEvent): Promise<void> {
    if (event.type === "read" || event.type === "e2ee") return;
    const shown = "status" in event ? await this.#shown(event) : event;
    if (!shown) return;
    const said = toStreamingEvent(shown);
    for (const { name, label } of this.#subscriptions.values()) {
      if (name === "user" ? this.#mayReceive(event) : name === "user:notification" && event.type === "notification")
        this.wire.send(said, label);
    }
  }

  announce(event: AnnouncementEvent): void {
    for (const { name, label } of this.#subscriptions.values())
      if (name === "user") this.wire.send(toStreamingEvent(event), label);
  }

  /** A bark as its person sees it; null when nothing of it is sent. */
  async #shown(event: OfBark): Promise<OfBark | null> {
    const isHeard = [...this.#subscriptions.values()].some(({ name }) => name === "user");
    return isHeard ? filteredFor(this.personId, await withFlags(this.personId, event), "home") : null;
  }

  /** With a token for alerts only, the stream `user` consists of alerts only, and the other way round. */
  #mayReceive({ type }: LiveEvent): boolean {
    return permits(this.identity, type === "notification" ? "read:notifications" : "read:statuses");
  }

  /** Mastodon's API has no cursors: the client reads its lists again when it has reconnected. */
  gap(): void {
    this.drop();
  }

  drop(): void {
    this.wire.close(CLOSE.tooSlow, "Please connect again");
  }

  displace(): void {
    this.wire.close(CLOSE.refused, "Too many connections");
  }

  signOut(): void {
    this.wire.close(CLOSE.refused, "The access token is no longer valid");
  }

  async isStillValid(): Promise<boolean> {
    return (await identityOfToken(this.#token)) !== null;
  }

  /** Call it when the connection has closed. */
  ended(): void {
    this.presence.remove(this);
    this.reader = null;
    // After what was asked for before, which may add a listener yet.
    this.#queue = this.#queue.then(() => {
      for (const { place, listener } of this.#subscriptions.values())
        if (place && listener) this.broadcasts.remove(listener, place);
      this.#subscriptions.clear();
    });
  }
}

function isOfPerson({ name }: Subscription): boolean {
  return name === "user" || name === "user:notification";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
