import { setImmediate } from "node:timers/promises";
import type { WakeUp } from "@/lib/delivery/schema";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import type { AnnouncementEvent } from "@/lib/realtime/events";
import type { SignOutMessage } from "@/lib/realtime/schema";
import { unregisterConnection, registerConnection } from "@/lib/realtime/writes";
import { tcpRedis } from "@/lib/redis/tcp";
import type { LiveReader } from "@/sidecar/gateway/live-reader";

/** How long a person counts as connected here without being registered again (ms). */
export const PRESENCE_MS = 75_000;
const BATCH = 100;

/** Connections per person and gateway: enough for all their devices and windows. */
const MAX_CONNECTIONS = 20;

/** A connected device of a person. */
export interface PersonConnection {
  readonly personId: string;
  /** The session or token that authenticated it. */
  readonly credential: string;
  /** Its position in the person's live stream; null while it does not listen to it. */
  readonly reader: LiveReader | null;
  /** Whether its session or token is still valid. */
  isStillValid(): Promise<boolean>;
  /** Tells it of an announcement of the town. */
  announce(event: AnnouncementEvent): void;
  /** Closes it in a way that makes the client connect again. */
  drop(): void;
  /** Closes it because its person has too many. */
  displace(): void;
  /** Closes it because its session or token has ended. */
  signOut(): void;
}

/** The people who are connected to this gateway, and their devices. */
export class Presence {
  readonly #people = new Map<string, Set<PersonConnection>>();

  constructor(readonly gateway: string) {}

  /** Registers a person as connected here. @returns the newest entry of their live stream */
  register(personId: string): Promise<string> {
    return registerConnection(personId, this.gateway, Date.now() + PRESENCE_MS);
  }

  add(connection: PersonConnection): void {
    const devices = this.#people.get(connection.personId) ?? new Set();
    this.#people.set(connection.personId, devices.add(connection));
    metrics().sockets.inc();
    if (devices.size > MAX_CONNECTIONS && env().BARKER_RATE_LIMITS === "on") this.#displaceOldest(devices);
  }

  /**
   * Closes the oldest connection of the session or token that has the most, so that an app cannot displace its
   * person's own pages.
   */
  #displaceOldest(devices: Set<PersonConnection>): void {
    const counts = new Map<string, number>();
    for (const { credential } of devices) counts.set(credential, (counts.get(credential) ?? 0) + 1);
    const most = Math.max(...counts.values());
    [...devices].find(({ credential }) => counts.get(credential) === most)?.displace();
  }

  remove(connection: PersonConnection): void {
    const devices = this.#people.get(connection.personId);
    if (!devices?.delete(connection)) return;
    metrics().sockets.dec();
    if (devices.size === 0) this.#people.delete(connection.personId);
    if (connection.reader) this.unregisterUnlessListening(connection.personId);
  }

  /** Unregisters a person whose last device stopped listening to their live stream. */
  unregisterUnlessListening(personId: string): void {
    if (this.#isListening(personId)) return;
    unregisterConnection(tcpRedis(), personId, this.gateway).catch((error: unknown) => {
      log().debug({ err: error }, "not unregistered, the presence will expire");
    });
  }

  #isListening(personId: string): boolean {
    return [...(this.#people.get(personId) ?? [])].some(({ reader }) => reader !== null);
  }

  /** All devices that are connected here. */
  connections(): PersonConnection[] {
    return [...this.#people.values()].flatMap((devices) => [...devices]);
  }

  /** Passes an event on to the devices of its recipients. */
  wake({ to, event }: WakeUp): void {
    for (const [personId, step] of Object.entries(to)) {
      for (const { reader } of this.#people.get(personId) ?? []) reader?.wake(step, event);
    }
  }

  /** Tells all devices of an announcement, some at a time so that other events are not delayed. */
  async announce(event: AnnouncementEvent): Promise<void> {
    const connections = this.connections();
    for (let from = 0; from < connections.length; from += BATCH) {
      for (const connection of connections.slice(from, from + BATCH)) connection.announce(event);
      await setImmediate();
    }
  }

  /** Registers all people here again, and sends events whose wake-ups were lost. */
  async refresh(): Promise<void> {
    const listening = [...this.#people.keys()].filter((personId) => this.#isListening(personId));
    await inBatches(listening, async (personId) => {
      const newest = await this.register(personId);
      for (const { reader } of this.#people.get(personId) ?? []) reader?.refresh(newest);
      // They may have disconnected meanwhile.
      this.unregisterUnlessListening(personId);
    });
  }

  /** Disconnects a person's devices: all, only those of one credential, or all but those of one credential. */
  signOut({ personId, only, keep }: SignOutMessage): void {
    for (const connection of this.#people.get(personId) ?? []) {
      const { credential } = connection;
      if ((only === undefined || credential === only) && (keep === undefined || credential !== keep))
        connection.signOut();
    }
  }

  /** Disconnects every device whose session or token is no longer valid. */
  async recheck(): Promise<void> {
    await inBatches(this.connections(), async (connection) => {
      // If the stores cannot be asked, it stays connected until the next time.
      if (!(await connection.isStillValid().catch(() => true))) connection.signOut();
    });
  }
}

/** Runs `act` for all items, in batches: large enough to batch their queries, small enough not to block others. */
async function inBatches<T>(all: T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += BATCH) {
    await Promise.all(all.slice(from, from + BATCH).map(act));
  }
}
