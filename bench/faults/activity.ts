import { z } from "zod";
import type { Actors, Actor } from "@/bench/faults/actors";
import { requestUntilAnswered, pause } from "@/bench/faults/request";
import { newId } from "@/lib/ids";

/** An acknowledged bark or rebark. Times are of this process' clock. */
export interface SentBark {
  id: string;
  by: string;
  sentAt: number;
}

/** An alert that a person must have exactly once: who did what to which bark. */
export interface DueAlert {
  to: string;
  key: string;
}

export const alertKey = (type: string, by: string, barkId = "") => `${type} ${by} ${barkId}`;

const Id = z.object({ id: z.string() });

/** Lets all actors act continuously; each request is repeated until it is acknowledged. */
export class Activity {
  readonly sentBarks: SentBark[] = [];
  readonly alerts: DueAlert[] = [];
  #over = false;
  #running: Promise<unknown> | undefined;
  #turn = 0;

  /** `old`: barks of the quiet actor, each to be rebarked once; `pace`: ms between two barks of an author. */
  constructor(
    readonly actors: Actors,
    readonly old: string[],
    readonly pace: number,
  ) {
    for (const { id: to } of actors.authors)
      for (const { id } of actors.followers) this.alerts.push({ to, key: alertKey("follow", id) });
  }

  start(): void {
    this.#over = false;
    this.#running = Promise.all([
      ...this.actors.authors.map((author) => this.#loop(this.pace, () => this.#bark(author))),
      this.#loop(this.pace * 4, () => this.#rebark()),
      this.#loop(this.pace * 3, () => this.#likeOrFollow()),
    ]);
  }

  /** Resolves when the last request is acknowledged. */
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

  async #bark(author: Actor): Promise<void> {
    const sentAt = performance.now();
    const [json, idempotencyKey] = [{ status: `Bell ${this.sentBarks.length}` }, newId()];
    const { id } = await requestUntilAnswered(Id, "/api/v1/statuses", { token: author.token, json, idempotencyKey });
    this.sentBarks.push({ id, by: author.id, sentAt });
  }

  async #rebark(): Promise<void> {
    const barkId = this.old.pop();
    if (barkId === undefined) return;
    const sentAt = performance.now();
    const { rebarker, quiet } = this.actors;
    const { id } = await requestUntilAnswered(Id, `/api/v1/statuses/${barkId}/reblog`, { token: rebarker.token });
    this.sentBarks.push({ id, by: rebarker.id, sentAt });
    this.alerts.push({ to: quiet.id, key: alertKey("reblog", rebarker.id, barkId) });
  }

  /** The next fan follows the next author or, if they already do, likes the author's newest bark. */
  async #likeOrFollow(): Promise<void> {
    const { fans, authors } = this.actors;
    const turn = this.#turn++;
    const [fan, author] = [fans[turn % fans.length], authors[Math.floor(turn / 3) % authors.length]];
    if (!fan || !author) return;
    const follows = alertKey("follow", fan.id);
    if (turn % 3 === 0 && !this.alerts.some(({ to, key }) => to === author.id && key === follows)) {
      await requestUntilAnswered(Id, `/api/v1/accounts/${author.id}/follow`, { token: fan.token });
      this.alerts.push({ to: author.id, key: follows });
      return;
    }
    const newest = this.sentBarks.findLast(({ by }) => by === author.id);
    const likes = newest && alertKey("favourite", fan.id, newest.id);
    if (!likes || this.alerts.some(({ key }) => key === likes)) return;
    await requestUntilAnswered(Id, `/api/v1/statuses/${newest.id}/favourite`, { token: fan.token });
    this.alerts.push({ to: author.id, key: likes });
  }
}
