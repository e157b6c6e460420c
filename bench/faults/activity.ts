import { z } from "zod";
import type { FaultCast, Player } from "@/bench/faults/cast";
import { insist, pause } from "@/bench/faults/insist";
import { newId } from "@/lib/ids";

/** A bark or rebark that was acknowledged. Times are of this process' clock. */
export interface FaultAction {
  id: string;
  by: string;
  sentAt: number;
}

/** What somebody must find among their alerts, once: who did what, to which bark. */
export interface DueAlert {
  to: string;
  key: string;
}

export const alertKey = (type: string, by: string, barkId = "") => `${type} ${by} ${barkId}`;

const Id = z.object({ id: z.string() });

/** Everybody goes about their day, and each thing is asked for until it is acknowledged. */
export class Activity {
  readonly deeds: FaultAction[] = [];
  readonly alerts: DueAlert[] = [];
  #over = false;
  #running: Promise<unknown> | undefined;
  #turn = 0;

  /** `old`: barks of the quiet one, each to be passed on once, `pace`: ms between two barks of an author. */
  constructor(
    readonly cast: FaultCast,
    readonly old: string[],
    readonly pace: number,
  ) {
    for (const { id: to } of cast.authors)
      for (const { id } of cast.followers) this.alerts.push({ to, key: alertKey("follow", id) });
  }

  start(): void {
    this.#over = false;
    this.#running = Promise.all([
      ...this.cast.authors.map((author) => this.#loop(this.pace, () => this.#bark(author))),
      this.#loop(this.pace * 4, () => this.#rebark()),
      this.#loop(this.pace * 3, () => this.#cheer()),
    ]);
  }

  /** Resolves when the last thing asked for is acknowledged. */
  async stop(): Promise<void> {
    this.#over = true;
    await this.#running;
  }

  async #loop(pace: number, act: () => Promise<void>): Promise<void> {
    while (!this.#over) {
      await act();
      await pause(pace);
    }
  }

  async #bark(author: Player): Promise<void> {
    const sentAt = performance.now();
    const [json, idempotencyKey] = [{ status: `Bell ${this.deeds.length}` }, newId()];
    const { id } = await insist(Id, "/api/v1/statuses", { token: author.token, json, idempotencyKey });
    this.deeds.push({ id, by: author.id, sentAt });
  }

  async #rebark(): Promise<void> {
    const barkId = this.old.pop();
    if (barkId === undefined) return;
    const sentAt = performance.now();
    const { crier, quiet } = this.cast;
    const { id } = await insist(Id, `/api/v1/statuses/${barkId}/reblog`, { token: crier.token });
    this.deeds.push({ id, by: crier.id, sentAt });
    this.alerts.push({ to: quiet.id, key: alertKey("reblog", crier.id, barkId) });
  }

  /** The next fan follows the next author; those who do already like the author's newest bark. */
  async #cheer(): Promise<void> {
    const { fans, authors } = this.cast;
    const turn = this.#turn++;
    const [fan, author] = [fans[turn % fans.length], authors[Math.floor(turn / 3) % authors.length]];
    if (!fan || !author) return;
    const follows = alertKey("follow", fan.id);
    if (turn % 3 === 0 && !this.alerts.some(({ to, key }) => to === author.id && key === follows)) {
      await insist(Id, `/api/v1/accounts/${author.id}/follow`, { token: fan.token });
      this.alerts.push({ to: author.id, key: follows });
      return;
    }
    const newest = this.deeds.findLast(({ by }) => by === author.id);
    const likes = newest && alertKey("favourite", fan.id, newest.id);
    if (!likes || this.alerts.some(({ key }) => key === likes)) return;
    await insist(Id, `/api/v1/statuses/${newest.id}/favourite`, { token: fan.token });
    this.alerts.push({ to: author.id, key: likes });
  }
}
