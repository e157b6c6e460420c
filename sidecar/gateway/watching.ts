import type { Redis } from "ioredis";
import { barkViews, readWithoutViewer, readStatuses } from "@/lib/barks/reads";
import { maySee } from "@/lib/barks/rules";
import type { Status } from "@/lib/barks/schema";
import { log } from "@/lib/log";
import { viewerRelationships } from "@/lib/people/reads";
import { mayReceive } from "@/lib/realtime/rules";
import { BarkIds, WATCHED, BarkChange } from "@/lib/realtime/schema";
import { channels } from "@/lib/redis/keys";
import type { LiveSocket } from "@/sidecar/gateway/live-socket";

/** Unanswered requests that a device may have; further ones are ignored. */
const MAX_PENDING = 20;
/** Counters of one bark are sent at most this often (ms). */
const COUNTS_INTERVAL_MS = 500;

const PREFIX = channels.bark("");

interface Watched {
  devices: Set<LiveSocket>;
  /** Changes since the last event, until the interval ends; null outside of an interval. */
  pending: Set<BarkChange> | null;
}

/** The barks that a device watches, and its queue of requests. */
interface Watcher {
  ids: Set<string>;
  requests: number;
  queue: Promise<void>;
}

/** Knows which devices of this gateway have which barks on screen, and sends them changes of these barks. */
export class BarkWatchers {
  readonly #barks = new Map<string, Watched>();
  readonly #watchers = new Map<LiveSocket, Watcher>();

  constructor(readonly subscriber: Redis) {}

  /**
   * Adds barks that a device has on screen, if its person may see them, and sends their counters: they may have changed
   * since the page was read. They are read after the device was added, so no change falls between the two.
   */
  watch(live: LiveSocket, raw: unknown): Promise<void> {
    return this.#enqueue(live, async (watcher) => {
      const ids = (BarkIds.safeParse(raw).data ?? []).slice(0, Math.max(0, WATCHED - watcher.ids.size));
      for (const id of ids) if (live.socket.connected) await this.#join(live, watcher, id);
      const seen = new Map((await readStatuses(live.personId, ids)).map((status) => [status.id, status]));
      for (const id of ids) {
        const status = seen.get(id);
        if (status && live.socket.connected) live.socket.emit("counts", countsOf(status));
        else this.#leave(live, id);
      }
    });
  }

  /** Removes barks that a device no longer has on screen. */
  unwatch(live: LiveSocket, raw: unknown): Promise<void> {
    return this.#enqueue(live, async () => {
      for (const id of BarkIds.safeParse(raw).data ?? []) this.#leave(live, id);
    });
  }

  /** Forgets a device that has disconnected. */
  remove(live: LiveSocket): void {
    for (const id of this.#watchers.get(live)?.ids ?? []) this.#leave(live, id);
    this.#watchers.delete(live);
  }

  /** Handles the requests of one device in order. Ignores requests beyond MAX_PENDING. */
  #enqueue(live: LiveSocket, act: (watcher: Watcher) => Promise<void>): Promise<void> {
    // A token that cannot read barks over HTTP cannot watch them either.
    if (!live.socket.connected || !mayReceive(live.socket.data.identity, "counts")) return Promise.resolve();
    const watcher = this.#watchers.get(live) ?? { ids: new Set(), requests: 0, queue: Promise.resolve() };
    this.#watchers.set(live, watcher);
    if (watcher.requests >= MAX_PENDING) return Promise.resolve();
    watcher.requests++;
    const done = watcher.queue.then(() => act(watcher)).finally(() => watcher.requests--);
    watcher.queue = done.catch(() => undefined);
    return done;
  }

  /** Handles a message of a Redis channel. @returns whether it was about a bark */
  handleMessage(channel: string, message: string): boolean {
    if (!channel.startsWith(PREFIX)) return false;
    const change = BarkChange.safeParse(message);
    if (change.success) this.#scheduleSend(channel.slice(PREFIX.length), change.data);
    return true;
  }

  /** All channels to subscribe to after a reconnection to Redis. */
  channels(): string[] {
    return [...this.#barks.keys()].map(channels.bark);
  }

  async #join(live: LiveSocket, watcher: Watcher, id: string): Promise<void> {
    watcher.ids.add(id);
    const watched = this.#barks.get(id);
    if (watched) return void watched.devices.add(live);
    this.#barks.set(id, { devices: new Set([live]), pending: null });
    await this.subscriber.subscribe(channels.bark(id));
  }

  #leave(live: LiveSocket, id: string): void {
    this.#watchers.get(live)?.ids.delete(id);
    const watched = this.#barks.get(id);
    if (!watched?.devices.delete(live) || watched.devices.size > 0) return;
    this.#barks.delete(id);
    this.subscriber.unsubscribe(channels.bark(id)).catch(() => undefined);
  }

  /** Sends the first change at once, and those of the following interval together at its end. */
  #scheduleSend(id: string, change: BarkChange): void {
    const watched = this.#barks.get(id);
    if (!watched) return;
    if (watched.pending) return void watched.pending.add(change);
    watched.pending = new Set();
    void this.#send(id, watched, new Set([change]));
    setTimeout(() => {
      const { pending } = watched;
      watched.pending = null;
      const [first, ...rest] = pending ?? [];
      if (first) this.#scheduleSend(id, rest.includes("edited") ? "edited" : first);
    }, COUNTS_INTERVAL_MS);
  }

  async #send(id: string, { devices }: Watched, changes: Set<BarkChange>): Promise<void> {
    try {
      barkViews().forget(id);
      const [status] = await readWithoutViewer(null, [id]);
      if (!status) for (const { socket } of devices) socket.emit("bark:deleted", { cursor: null, id });
      else await Promise.all([...devices].map((live) => this.#sendTo(live, status, changes)));
    } catch (error) {
      log().debug({ err: error }, "counters not sent");
    }
  }

  /** Sends a change if the person may still see the bark: a block may have begun since they started to watch. */
  async #sendTo(live: LiveSocket, status: Status, changes: Set<BarkChange>): Promise<void> {
    const { socket, personId } = live;
    const relationship = (await viewerRelationships(personId, [status.account.id])).get(status.account.id);
    if (!maySee(status, personId, relationship)) return this.#leave(live, status.id);
    if (!changes.has("edited")) return void socket.emit("counts", countsOf(status));
    const [edited] = await readWithoutViewer(personId, [status.id]);
    if (edited) socket.emit("bark:edited", { cursor: null, status: edited });
  }
}

function countsOf(status: Awaited<ReturnType<typeof readWithoutViewer>>[number]) {
  const { id, favourites_count, reblogs_count, replies_count, quotes_count, emoji_reactions, poll } = status;
  const counts = { id, favourites_count, reblogs_count, replies_count, quotes_count, emoji_reactions };
  return poll ? { ...counts, poll } : counts;
}
