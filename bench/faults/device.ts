import { io, type Socket } from "socket.io-client";
import { z } from "zod";
import * as model from "@/app/_client/feed-model";
import { alertKey } from "@/bench/faults/activity";
import type { Actor } from "@/bench/faults/actors";
import { requestUntilAnswered, pause } from "@/bench/faults/request";
import { origin } from "@/e2e/support/people";
import { Status } from "@/lib/barks/schema";
import type { ClientToServer, ServerToClient } from "@/lib/realtime/events";
import { isAfter } from "@/lib/realtime/rules";

const Statuses = z.array(Status);
const PAGE = 40;

/** One open page of Barker's client: its feed and its cursor, which advances with each processed event. */
export class Device {
  /** When each bark was first received. */
  readonly heard = new Map<string, number>();
  readonly alerts = new Set<string>();
  /** Events that were repeated without a gap in between, and events whose cursor goes back. */
  again = 0;
  backwards = 0;
  /** Barks that came after a newer one of the same author. */
  inverted = 0;
  gaps = 0;
  feed: model.Feed = model.begin([], true);
  #since = new Set<string>();
  #newest = new Map<string, string>();
  #cursor: string | undefined;
  readonly #socket: Socket<ServerToClient, ClientToServer>;

  private constructor(readonly person: Actor) {
    this.#socket = io(origin, {
      path: "/socket.io",
      transports: ["websocket"],
      forceNew: true,
      reconnectionDelayMax: 5_000,
      auth: (give) => give({ token: person.token, cursor: this.#cursor }),
    });
    this.#socket.on("bark", ({ cursor, status }) => {
      this.#count(cursor, `bark ${status.id}`);
      const newest = this.#newest.get(status.account.id) ?? "";
      if (status.id < newest && !this.heard.has(status.id)) this.inverted++;
      else this.#newest.set(status.account.id, status.id);
      if (!this.heard.has(status.id)) this.heard.set(status.id, performance.now());
      this.feed = model.arrive(this.feed, status);
    });
    this.#socket.on("notification", ({ cursor, notification: { id, type, account, status } }) => {
      this.#count(cursor, `alert ${id}`);
      this.alerts.add(alertKey(type, account.id, status?.id));
    });
    this.#socket.on("gap", ({ cursor }) => {
      this.gaps++;
      this.#since.clear();
      this.#cursor = cursor;
      this.feed = model.openGap(this.feed);
    });
  }

  #count(cursor: string, what: string): void {
    if (this.#since.has(what)) this.again++;
    this.#since.add(what);
    if (this.#cursor !== undefined && !isAfter(cursor, this.#cursor)) this.backwards++;
    this.#cursor = cursor;
  }

  /** Opens the page, and waits until it is connected. */
  static async open(person: Actor): Promise<Device> {
    const device = new Device(person);
    for (let left = 200; left > 0 && !device.#socket.connected; left--) await pause(50);
    if (!device.#socket.connected) throw new Error("no live connection within 10 s");
    await device.reload();
    return device;
  }

  /** Reloads the newest page and resets the counters. */
  async reload(): Promise<void> {
    const page = await this.#page(undefined);
    this.feed = model.begin(page, page.length < PAGE);
    this.again = this.backwards = this.inverted = this.gaps = 0;
  }

  /** Shows waiting barks and fills each gap. @returns the ids on screen */
  async look(): Promise<string[]> {
    this.feed = model.reveal(this.feed);
    for (const { kind, key } of this.feed.rows) {
      if (kind !== "gap") continue;
      const downTo = model.below(this.feed, key);
      this.feed = model.fillGap(this.feed, key, await this.#down(downTo ?? ""));
    }
    return model.statusesOf(this.feed).map(({ id }) => id);
  }

  /** The ids on this person's Home above `floor`, newest first, from the API. */
  async home(floor = ""): Promise<string[]> {
    return (await this.#down(floor)).map(({ id }) => id);
  }

  async #down(floor: string): Promise<Status[]> {
    const found: Status[] = [];
    for (;;) {
      const page = await this.#page(found.at(-1)?.id);
      found.push(...page.filter(({ id }) => id > floor));
      if (page.length < PAGE || page.some(({ id }) => id <= floor)) return found;
    }
  }

  #page(below: string | undefined): Promise<Status[]> {
    const bound = below === undefined ? "" : `&max_id=${below}`;
    const path = `/api/v1/timelines/home?limit=${PAGE}${bound}`;
    return requestUntilAnswered(Statuses, path, { method: "GET", token: this.person.token });
  }

  close(): void {
    this.#socket.disconnect();
  }
}
