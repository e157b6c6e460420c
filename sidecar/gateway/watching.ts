import type { Redis } from "ioredis";
import { z } from "zod";
import { barkViews, readNeutral, readStatuses } from "@/lib/barks/reads";
import { log } from "@/lib/log";
import { Change } from "@/lib/realtime/stream";
import { channels } from "@/lib/redis/keys";
import type { LiveSocket } from "@/sidecar/gateway/live-socket";

/** How many barks one device watches at most: what a screen can hold. */
const MOST = 60;
/** Counters of one bark are told at most this often, in milliseconds. */
const PAUSE_MS = 500;

const Ids = z.array(z.string().regex(/^\d{1,20}$/)).max(MOST);
const PREFIX = channels.bark("");

interface Watched {
  devices: Set<LiveSocket>;
  /** What happened since it was last told, while the pause lasts; null when there is no pause. */
  pending: Set<Change> | null;
}

/** Which devices of this gateway have which barks on screen, and what is told them when these change. */
export class Watching {
  readonly #barks = new Map<string, Watched>();

  constructor(readonly subscriber: Redis) {}

  /** From now on this device has these barks on screen too, those of them that its person may see. */
  async watch(live: LiveSocket, raw: unknown): Promise<void> {
    const ids = Ids.safeParse(raw).data ?? [];
    const room = MOST - [...this.#barks.values()].filter(({ devices }) => devices.has(live)).length;
    const seen = await readStatuses(live.personId, ids.slice(0, Math.max(0, room)));
    for (const { id } of seen) if (live.socket.connected) await this.#join(live, id);
  }

  unwatch(live: LiveSocket, raw: unknown): void {
    for (const id of Ids.safeParse(raw).data ?? []) this.#leave(live, id);
  }

  /** A device is gone. */
  remove(live: LiveSocket): void {
    for (const id of this.#barks.keys()) this.#leave(live, id);
  }

  /** A message came in on a channel. @returns whether it was about a bark */
  hear(channel: string, message: string): boolean {
    if (!channel.startsWith(PREFIX)) return false;
    const change = Change.safeParse(message);
    if (change.success) this.#changed(channel.slice(PREFIX.length), change.data);
    return true;
  }

  /** Every channel that has to be subscribed to, after the connection to Redis was lost. */
  channels(): string[] {
    return [...this.#barks.keys()].map(channels.bark);
  }

  async #join(live: LiveSocket, id: string): Promise<void> {
    const watched = this.#barks.get(id) ?? { devices: new Set(), pending: null };
    watched.devices.add(live);
    if (this.#barks.has(id)) return;
    this.#barks.set(id, watched);
    await this.subscriber.subscribe(channels.bark(id));
  }

  #leave(live: LiveSocket, id: string): void {
    const watched = this.#barks.get(id);
    if (!watched?.devices.delete(live) || watched.devices.size > 0) return;
    this.#barks.delete(id);
    this.subscriber.unsubscribe(channels.bark(id)).catch(() => undefined);
  }

  /** Tells at once, then waits a moment, and what happens meanwhile is told together. */
  #changed(id: string, change: Change): void {
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

  async #tell(id: string, { devices }: Watched, changes: Set<Change>): Promise<void> {
    try {
      barkViews().forget(id);
      const [status] = await readNeutral(null, [id]);
      for (const { socket } of devices) {
        if (!status) socket.emit("bark:deleted", { cursor: null, id });
        else if (changes.has("edited")) socket.emit("bark:edited", { cursor: null, status });
        else socket.emit("counts", countsOf(status));
      }
    } catch (error) {
      log().debug({ err: error }, "counters not told");
    }
  }
}

function countsOf(status: Awaited<ReturnType<typeof readNeutral>>[number]) {
  const { id, favourites_count, reblogs_count, replies_count, quotes_count, emoji_reactions } = status;
  return { id, favourites_count, reblogs_count, replies_count, quotes_count, emoji_reactions };
}
