import type { Redis } from "ioredis";
import { barkViews, readWithoutViewer, readStatuses } from "@/lib/barks/reads";
import { maySee } from "@/lib/barks/rules";
import type { Status } from "@/lib/barks/schema";
import { log } from "@/lib/log";
import { viewerRelationships } from "@/lib/people/reads";
import { mayHear } from "@/lib/realtime/rules";
import { BarkIds, WATCHED } from "@/lib/realtime/schema";
import { BarkChange } from "@/lib/realtime/stream";
import { channels } from "@/lib/redis/keys";
import type { LiveSocket } from "@/sidecar/gateway/live-socket";

/** How many times a device may ask before it was answered. */
const PATIENCE = 20;
/** Counters of one bark are told at most this often, in milliseconds. */
const PAUSE_MS = 500;

const PREFIX = channels.bark("");

interface Watched {
  devices: Set<LiveSocket>;
  /** What happened since it was last told, while the pause lasts; null when there is no pause. */
  pending: Set<BarkChange> | null;
}

/** What a device asked for and still waits for: what it asks meanwhile comes after, in its order. */
interface Watcher {
  ids: Set<string>;
  asked: number;
  turn: Promise<void>;
}

/** Which devices of this gateway have which barks on screen, and what is told them when these change. */
export class BarkWatchers {
  readonly #barks = new Map<string, Watched>();
  readonly #watchers = new Map<LiveSocket, Watcher>();

  constructor(readonly subscriber: Redis) {}

  /** From now on this device has these barks on screen too, those of them that its person may see. */
  watch(live: LiveSocket, raw: unknown): Promise<void> {
    return this.#inTurn(live, async (watcher) => {
      const ids = (BarkIds.safeParse(raw).data ?? []).slice(0, Math.max(0, WATCHED - watcher.ids.size));
      const seen = await readStatuses(live.personId, ids);
      for (const { id } of seen) if (live.socket.connected) await this.#join(live, watcher, id);
    });
  }

  /** From now on it has these no longer. */
  unwatch(live: LiveSocket, raw: unknown): Promise<void> {
    return this.#inTurn(live, async () => {
      for (const id of BarkIds.safeParse(raw).data ?? []) this.#leave(live, id);
    });
  }

  /** A device is gone. */
  remove(live: LiveSocket): void {
    for (const id of this.#watchers.get(live)?.ids ?? []) this.#leave(live, id);
    this.#watchers.delete(live);
  }

  /** One after the other, as they were asked for; who asks on and on without waiting is not answered. */
  #inTurn(live: LiveSocket, act: (watcher: Watcher) => Promise<void>): Promise<void> {
    // Who may not read barks over HTTP may not watch them here.
    if (!live.socket.connected || !mayHear(live.socket.data.identity, "counts")) return Promise.resolve();
    const watcher = this.#watchers.get(live) ?? { ids: new Set(), asked: 0, turn: Promise.resolve() };
    this.#watchers.set(live, watcher);
    if (watcher.asked >= PATIENCE) return Promise.resolve();
    watcher.asked++;
    const done = watcher.turn.then(() => act(watcher)).finally(() => watcher.asked--);
    watcher.turn = done.catch(() => undefined);
    return done;
  }

  /** A message came in on a channel. @returns whether it was about a bark */
  hear(channel: string, message: string): boolean {
    if (!channel.startsWith(PREFIX)) return false;
    const change = BarkChange.safeParse(message);
    if (change.success) this.#changed(channel.slice(PREFIX.length), change.data);
    return true;
  }

  /** Every channel that has to be subscribed to, after the connection to Redis was lost. */
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

  /** Tells at once, then waits a moment, and what happens meanwhile is told together. */
  #changed(id: string, change: BarkChange): void {
    const watched = this.#barks.get(id);
    if (!watched) return;
    if (watched.pending) return void watched.pending.add(change);
    watched.pending = new Set();
    void this.#tell(id, watched, new Set([change]));
    setTimeout(() => {
      const { pending } = watched;
      watched.pending = null;
      const [first, ...rest] = pending ?? [];
      if (first) this.#changed(id, rest.includes("edited") ? "edited" : first);
    }, PAUSE_MS);
  }

  async #tell(id: string, { devices }: Watched, changes: Set<BarkChange>): Promise<void> {
    try {
      barkViews().forget(id);
      const [status] = await readWithoutViewer(null, [id]);
      if (!status) for (const { socket } of devices) socket.emit("bark:deleted", { cursor: null, id });
      else await Promise.all([...devices].map((live) => this.#tellOne(live, status, changes)));
    } catch (error) {
      log().debug({ err: error }, "counters not told");
    }
  }

  /** News are for those who may read the bark now: somebody may have been blocked since they began to watch. */
  async #tellOne(live: LiveSocket, status: Status, changes: Set<BarkChange>): Promise<void> {
    const { socket, personId } = live;
    const relationship = (await viewerRelationships(personId, [status.account.id])).get(status.account.id);
    if (!maySee(status, personId, relationship)) return this.#leave(live, status.id);
    if (!changes.has("edited")) return void socket.emit("counts", countsOf(status));
    const [edited] = await readWithoutViewer(personId, [status.id]);
    if (edited) socket.emit("bark:edited", { cursor: null, status: edited });
  }
}

function countsOf(status: Awaited<ReturnType<typeof readWithoutViewer>>[number]) {
  const { id, favourites_count, reblogs_count, replies_count, quotes_count, emoji_reactions } = status;
  return { id, favourites_count, reblogs_count, replies_count, quotes_count, emoji_reactions };
}
