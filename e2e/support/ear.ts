import { io, type Socket } from "socket.io-client";
import type { ServerToClient } from "@/lib/realtime/events";
import { until } from "@/testing/until";

/** A device that receives live events and reconnects by itself, like our client, and counts what it receives. */
export class Ear {
  /** When each bark was first received. */
  readonly heard = new Map<string, number>();
  readonly doubled: string[] = [];
  gaps = 0;
  #cursor: string | undefined;
  readonly #socket: Socket<ServerToClient>;

  private constructor(url: string, token: string) {
    this.#socket = io(url, {
      path: "/socket.io",
      transports: ["websocket"],
      forceNew: true,
      reconnectionDelayMax: 5_000,
      auth: (give) => give({ token, cursor: this.#cursor }),
    });
    this.#socket.on("bark", ({ cursor, status }) => {
      if (this.heard.has(status.id)) this.doubled.push(status.id);
      else this.heard.set(status.id, performance.now());
      this.#cursor = cursor;
    });
    this.#socket.on("gap", ({ cursor }) => {
      this.gaps++;
      this.#cursor = cursor;
    });
  }

  static async open(url: string, token: string): Promise<Ear> {
    const ear = new Ear(url, token);
    await until(() => ear.#socket.connected, 30_000);
    return ear;
  }

  /** Waits until it has received these barks. */
  async hears(ids: string[], within = 30_000): Promise<void> {
    await until(() => ids.every((id) => this.heard.has(id)), within);
  }

  close(): void {
    this.#socket.disconnect();
  }
}
