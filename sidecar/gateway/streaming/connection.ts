import type { Identity } from "@/lib/auth/schema";
import { identityOfToken } from "@/lib/auth/reads";
import { permits } from "@/lib/auth/scopes";
import { log } from "@/lib/log";
import type { LiveEvent } from "@/lib/realtime/events";
import { LiveReader, type LiveReceiver } from "@/sidecar/gateway/live-reader";
import type { PersonConnection, Presence } from "@/sidecar/gateway/presence";
import { toStreamingEvent, type StreamingEvent } from "@/sidecar/gateway/streaming/frames";
import {
  checkScopes,
  ClientMessage,
  Refusal,
  toSubscription,
  type Subscription,
  type Wish,
} from "@/sidecar/gateway/streaming/subscriptions";

/** Streams per connection, and unanswered messages of a client; further ones are refused. */
const MAX_SUBSCRIPTIONS = 50;
const MAX_PENDING = 100;

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
type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** A person who is signed in by an app. */
export type TokenIdentity = Extract<Identity, { by: "token" }>;

/** An app that is connected by Mastodon's streaming API, and the streams that it listens to. */
export class StreamingConnection implements PersonConnection, LiveReceiver {
  reader: LiveReader | null = null;
  readonly #subscriptions = new Map<string, Subscription>();
  #queue: Promise<void> = Promise.resolve();
  #pending = 0;

  constructor(
    readonly wire: StreamingWire,
    readonly identity: TokenIdentity,
    readonly token: string,
    readonly presence: Presence,
  ) {
    presence.add(this);
  }

  get personId(): string {
    return this.identity.viewer.id;
  }

  get credential(): string {
    return this.identity.credential;
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
    this.#subscriptions.set(subscription.label, subscription);
    if (isOfPerson(subscription)) this.reader ??= new LiveReader(this, this.personId, this.#register());
  }

  /** Registered in the next turn, when `reader` is set, so that no event is missed. */
  async #register(): Promise<string> {
    await Promise.resolve();
    return this.presence.register(this.personId);
  }

  #unsubscribe({ label }: Subscription): void {
    this.#subscriptions.delete(label);
    if (!this.reader || [...this.#subscriptions.values()].some(isOfPerson)) return;
    this.reader = null;
    this.presence.unregisterUnlessListening(this.personId);
  }

  receive(_cursor: string, event: LiveEvent): void {
    const said = toStreamingEvent(event);
    if (!said) return;
    for (const { name, label } of this.#subscriptions.values()) {
      if (name === "user" ? this.#mayReceive(event) : name === "user:notification" && event.type === "notification")
        this.wire.send(said, label);
    }
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
    return (await identityOfToken(this.token)) !== null;
  }

  /** Call it when the connection has closed. */
  ended(): void {
    this.presence.remove(this);
    this.reader = null;
    this.#subscriptions.clear();
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
