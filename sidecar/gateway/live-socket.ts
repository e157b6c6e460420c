import type { Socket } from "socket.io";
import { identityOfCookie, identityOfToken } from "@/lib/auth/reads";
import type { Identity } from "@/lib/auth/schema";
import { credentialOf } from "@/lib/http/authorise";
import type { AnnouncementEvent, ClientToServer, LiveEvent, ServerToClient } from "@/lib/realtime/events";
import { mayReceive } from "@/lib/realtime/rules";
import { LiveReader, type LiveReceiver } from "@/sidecar/gateway/live-reader";
import type { PersonConnection } from "@/sidecar/gateway/presence";

/** What a socket was authenticated with. */
export interface Admission {
  identity: Identity;
  /** The `Cookie` header of our own pages, to check the session again; null for apps. */
  cookie: string | null;
}

export type BarkerSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Admission>;

/** A device that is connected by Socket.IO. It gets its person's live stream, from a cursor on if it sends one. */
export class LiveSocket implements PersonConnection, LiveReceiver {
  readonly reader: LiveReader;

  /** `newest`: the stream's newest entry at the time of the connection. */
  constructor(
    readonly socket: BarkerSocket,
    readonly personId: string,
    newest: Promise<string>,
  ) {
    this.reader = new LiveReader(this, personId, newest);
    this.reader.replay(socket.handshake.auth["cursor"]);
  }

  /** The session or token that authenticated it. */
  get credential(): string {
    return credentialOf(this.socket.data.identity);
  }

  receive(cursor: string, event: LiveEvent): void {
    // Barker's own pages read filters with each list.
    if (event.type === "filters" || !mayReceive(this.socket.data.identity, event.type)) return;
    switch (event.type) {
      case "bark":
        return void this.socket.emit("bark", { cursor, status: event.status });
      case "bark:edited":
        return void this.socket.emit("bark:edited", { cursor, status: event.status });
      case "bark:deleted":
        return void this.socket.emit("bark:deleted", { cursor, id: event.id });
      case "notification":
        return void this.socket.emit("notification", { cursor, notification: event.notification });
      case "read":
        return void this.socket.emit("read", { cursor, ...event.markers });
      case "e2ee":
        return void this.socket.emit("e2ee", { cursor, ...event.news });
    }
  }

  announce(event: AnnouncementEvent): void {
    // Barker's pages show reactions to announcements nowhere, and one that was taken back until they are left.
    if (event.type === "announcement") this.socket.emit("announcement", event.announcement);
  }

  gap(from: string | null, cursor: string): void {
    this.socket.emit("gap", { from, cursor });
  }

  /** The client reconnects with its cursor and gets the missed events. */
  drop(): void {
    this.socket.conn.close();
  }

  /** Clients do not reconnect after a disconnection by the server. */
  displace(): void {
    this.socket.disconnect(true);
  }

  signOut(): void {
    this.socket.emit("signed-out");
    this.socket.disconnect(true);
  }

  async isStillValid(): Promise<boolean> {
    const { token } = this.socket.handshake.auth;
    const identity = await (typeof token === "string"
      ? identityOfToken(token)
      : identityOfCookie(this.socket.data.cookie));
    return identity !== null;
  }
}
