import type { Status } from "@/lib/barks/schema";

/** Where a person's live stream stands: the id of an event in it. Opaque to clients. */
export type Cursor = string;

/** What a person's live stream can say. The gateway adds the cursor. */
export type LiveEvent = { type: "bark"; status: Status } | { type: "bark:deleted"; id: string };

/** Socket.IO events, server → client. */
export interface ServerToClient {
  bark: (event: { cursor: Cursor; status: Status }) => void;
  "bark:deleted": (event: { cursor: Cursor; id: string }) => void;
  /** The server no longer holds all events since `from`; live events go on from `cursor`. */
  gap: (event: { from: Cursor | null; cursor: Cursor }) => void;
  "signed-out": () => void;
}

/** Socket.IO events, client → server. None yet: `watch` arrives with live counters. */
export type ClientToServer = Record<string, never>;

/** The handshake's `auth`: an app's token, and the last event the client has processed. */
export interface Handshake {
  token?: string;
  cursor?: Cursor;
}
