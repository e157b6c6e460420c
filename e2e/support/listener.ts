import { io, type Socket } from "socket.io-client";
import { z } from "zod";
import { api, origin, type ApiPerson } from "@/e2e/support/people";

const Statuses = z.array(z.object({ id: z.string() }));

/** One device as our client behaves: it keeps its cursor, comes back by itself, and fills a gap by reading. */
export class Listener {
  readonly seen = new Set<string>();
  readonly doubled: string[] = [];
  #cursor: string | undefined;
  #socket: Socket;

  private constructor(readonly person: ApiPerson) {
    this.#socket = io(origin, {
      path: "/socket.io",
      transports: ["websocket"],
      forceNew: true,
      reconnectionDelayMax: 1_000,
      auth: (give) => give({ token: person.token, cursor: this.#cursor }),
    });
    this.#socket.on("bark", ({ cursor, status }: { cursor: string; status: { id: string } }) => {
      if (this.seen.has(status.id)) this.doubled.push(status.id);
      this.seen.add(status.id);
      this.#cursor = cursor;
    });
    this.#socket.on("gap", ({ cursor }: { cursor: string }) => {
      this.#cursor = cursor;
      void this.home(400).then((ids) => ids.forEach((id) => this.seen.add(id)));
    });
  }

  /** Connects, and waits until the person's events are told. */
  static async connect(person: ApiPerson): Promise<Listener> {
    const listener = new Listener(person);
    await new Promise<void>((resolve, reject) => {
      listener.#socket.once("connect", () => resolve());
      setTimeout(() => reject(new Error("no live connection within 10 s")), 10_000).unref();
    });
    return listener;
  }

  /** The ids of the newest `count` barks of this person's Home, newest first, page by page. */
  async home(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) {
      const below = ids.length > 0 ? `&max_id=${ids.at(-1)}` : "";
      const answer = await api(`/api/v1/timelines/home?limit=40${below}`, { token: this.person.token });
      if (answer?.status !== 200) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        continue;
      }
      const page = Statuses.parse(answer.body).map((status) => status.id);
      ids.push(...page);
      if (page.length < 40) break;
    }
    return ids;
  }

  close(): void {
    this.#socket.disconnect();
  }
}
