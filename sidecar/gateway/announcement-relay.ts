import type { AnnouncementEvent } from "@/lib/realtime/events";
import type { Presence } from "@/sidecar/gateway/presence";

type Reaction = Extract<AnnouncementEvent, { type: "announcement:reaction" }>;

/** How long (ms) reactions to announcements are gathered: everybody may react at once, and everybody is told. */
const GATHERED_MS = 3_000;

/** Tells everybody who is connected to this gateway what the town announces, and every few seconds how people react. */
export class AnnouncementRelay {
  /** The newest count of each announcement and emoji. */
  readonly #reactions = new Map<string, Reaction>();
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly presence: Presence) {}

  async handle(event: AnnouncementEvent): Promise<void> {
    if (event.type !== "announcement:reaction") {
      if (event.type === "announcement:deleted") this.#forget(event.id);
      return this.presence.announce(event);
    }
    this.#reactions.set(`${event.id} ${event.name}`, event);
    this.#timer ??= setTimeout(() => void this.#tell(), GATHERED_MS);
  }

  #forget(id: string): void {
    for (const [key, reaction] of this.#reactions) if (reaction.id === id) this.#reactions.delete(key);
  }

  async #tell(): Promise<void> {
    this.#timer = undefined;
    const reactions = [...this.#reactions.values()];
    this.#reactions.clear();
    for (const reaction of reactions) await this.presence.announce(reaction);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
