import type { WakeUp } from "@/lib/delivery/schema";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import type { SignOutMessage } from "@/lib/realtime/schema";
import { unregisterConnection, registerConnection } from "@/lib/realtime/writes";
import { tcpRedis } from "@/lib/redis/tcp";
import type { LiveSocket } from "@/sidecar/gateway/live-socket";

/** How long a person counts as connected here without being registered again (ms). */
export const PRESENCE_MS = 75_000;
const BATCH = 100;

/** Sockets per person and gateway: enough for all their devices and windows. */
const MAX_SOCKETS = 20;

/** The people who are connected to this gateway, and their devices. */
export class Presence {
  readonly #people = new Map<string, Set<LiveSocket>>();

  constructor(readonly gateway: string) {}

  add(live: LiveSocket): void {
    const devices = this.#people.get(live.personId) ?? new Set();
    this.#people.set(live.personId, devices.add(live));
    metrics().sockets.inc();
    if (devices.size > MAX_SOCKETS && env().BARKER_RATE_LIMITS === "on") this.#disconnectOldest(devices);
  }

  /**
   * Disconnects the oldest socket of the session or token that has the most, so that an app cannot displace its
   * person's own pages. Clients do not reconnect after a disconnection by the server.
   */
  #disconnectOldest(devices: Set<LiveSocket>): void {
    const counts = new Map<string, number>();
    for (const { credential } of devices) counts.set(credential, (counts.get(credential) ?? 0) + 1);
    const most = Math.max(...counts.values());
    [...devices].find(({ credential }) => counts.get(credential) === most)?.socket.disconnect(true);
  }

  remove(live: LiveSocket): void {
    const devices = this.#people.get(live.personId);
    if (!devices?.delete(live)) return;
    metrics().sockets.dec();
    if (devices.size > 0) return;
    this.#people.delete(live.personId);
    unregisterConnection(tcpRedis(), live.personId, this.gateway).catch((error: unknown) => {
      log().debug({ err: error }, "not unregistered, the presence will expire");
    });
  }

  /** All devices that are connected here. */
  devices(): LiveSocket[] {
    return [...this.#people.values()].flatMap((devices) => [...devices]);
  }

  /** Passes an event on to the devices of its recipients. */
  wake({ to, event }: WakeUp): void {
    for (const [personId, step] of Object.entries(to)) {
      for (const live of this.#people.get(personId) ?? []) live.wake(step, event);
    }
  }

  /** Registers all people here again, and sends events whose wake-ups were lost. */
  async refresh(): Promise<void> {
    await inBatches([...this.#people.keys()], async (personId) => {
      const newest = await registerConnection(personId, this.gateway, Date.now() + PRESENCE_MS);
      const devices = this.#people.get(personId);
      for (const live of devices ?? []) live.refresh(newest);
      // They disconnected meanwhile.
      if (!devices) await unregisterConnection(tcpRedis(), personId, this.gateway);
    });
  }

  /** Disconnects a person's devices: all, only those of one credential, or all but those of one credential. */
  signOut({ personId, only, keep }: SignOutMessage): void {
    for (const live of this.#people.get(personId) ?? []) {
      const { credential } = live;
      if ((only === undefined || credential === only) && (keep === undefined || credential !== keep))
        signOutDevice(live);
    }
  }

  /** Disconnects every device whose session or token is no longer valid. */
  async recheck(isStillValid: (live: LiveSocket) => Promise<boolean>): Promise<void> {
    await inBatches(this.devices(), async (live) => {
      if (!(await isStillValid(live))) signOutDevice(live);
    });
  }
}

/** Runs `act` for all items, in batches: large enough to batch their queries, small enough not to block others. */
async function inBatches<T>(all: T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += BATCH) {
    await Promise.all(all.slice(from, from + BATCH).map(act));
  }
}

function signOutDevice(live: LiveSocket): void {
  live.socket.emit("signed-out");
  live.socket.disconnect(true);
}
