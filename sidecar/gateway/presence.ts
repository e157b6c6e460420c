import type { WakeUp } from "@/lib/delivery/schema";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import type { SignOutMessage } from "@/lib/realtime/announce";
import { unregisterConnection, registerConnection } from "@/lib/realtime/stream";
import { tcpRedis } from "@/lib/redis/tcp";
import type { LiveSocket } from "@/sidecar/gateway/live-socket";

/** How long a person counts as connected here without being enlisted again, in milliseconds. */
export const PRESENCE_MS = 75_000;
const TOGETHER = 100;

/** How many sockets one person may have here at a time: all their devices and windows, with room to spare. */
const SOCKETS = 20;

/** Who is connected to this gateway, with which devices. */
export class Presence {
  readonly #people = new Map<string, Set<LiveSocket>>();

  constructor(readonly gateway: string) {}

  add(live: LiveSocket): void {
    const devices = this.#people.get(live.personId) ?? new Set();
    this.#people.set(live.personId, devices.add(live));
    metrics().sockets.inc();
    if (devices.size > SOCKETS && env().BARKER_RATE_LIMITS === "on") this.#endOne(devices);
  }

  /**
   * Ends the oldest socket of the session or token that has the most of them, so that no app can crowd out its
   * person's own pages. A client that is disconnected like this does not come back by itself.
   */
  #endOne(devices: Set<LiveSocket>): void {
    const connections = new Map<string, number>();
    for (const { credential } of devices) connections.set(credential, (connections.get(credential) ?? 0) + 1);
    const most = Math.max(...connections.values());
    [...devices].find(({ credential }) => connections.get(credential) === most)?.socket.disconnect(true);
  }

  remove(live: LiveSocket): void {
    const devices = this.#people.get(live.personId);
    if (!devices?.delete(live)) return;
    metrics().sockets.dec();
    if (devices.size > 0) return;
    this.#people.delete(live.personId);
    unregisterConnection(tcpRedis(), live.personId, this.gateway).catch((error: unknown) => {
      log().debug({ err: error }, "not delisted, presence runs out by itself");
    });
  }

  /** All devices that are connected here. */
  devices(): LiveSocket[] {
    return [...this.#people.values()].flatMap((devices) => [...devices]);
  }

  /** Passes one event on to the devices of all the people it is for. */
  wake({ to, event }: WakeUp): void {
    for (const [personId, step] of Object.entries(to)) {
      for (const live of this.#people.get(personId) ?? []) live.wake(step, event);
    }
  }

  /** Says once more that everybody here is connected, and makes good what wake-ups were lost. */
  async refresh(): Promise<void> {
    await together([...this.#people.keys()], async (personId) => {
      const newest = await registerConnection(personId, this.gateway, Date.now() + PRESENCE_MS);
      const devices = this.#people.get(personId);
      for (const live of devices ?? []) live.refresh(newest);
      // Left meanwhile.
      if (!devices) await unregisterConnection(tcpRedis(), personId, this.gateway);
    });
  }

  /** Disconnects all of a person's devices, or those that use one session or token, or all others. */
  signOut({ personId, only, keep }: SignOutMessage): void {
    for (const live of this.#people.get(personId) ?? []) {
      const { credential } = live;
      if ((only === undefined || credential === only) && (keep === undefined || credential !== keep)) end(live);
    }
  }

  /** Asks of every device whether its session still counts, and ends those that do not. */
  async recheck(stillCounts: (live: LiveSocket) => Promise<boolean>): Promise<void> {
    await together(this.devices(), async (live) => {
      if (!(await stillCounts(live))) end(live);
    });
  }
}

/** Does something for many, some at a time: their questions travel together, and others come in between. */
async function together<T>(all: T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += TOGETHER) {
    await Promise.all(all.slice(from, from + TOGETHER).map(act));
  }
}

function end(live: LiveSocket): void {
  live.socket.emit("signed-out");
  live.socket.disconnect(true);
}
