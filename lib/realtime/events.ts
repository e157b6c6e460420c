import type { Announcement } from "@/lib/announcements/schema";
import type { Status } from "@/lib/barks/schema";
import type { Markers } from "@/lib/markers/schema";
import type { Notification } from "@/lib/notifications/schema";

export type { Handshake } from "@/lib/realtime/schema";

/** The cursor of a person's live stream: the id of an event in it. Opaque to clients. */
type LiveCursor = string;

/** The current counters of a bark, without the names of those who reacted. */
export type Counts = Pick<
  Status,
  "id" | "favourites_count" | "reblogs_count" | "replies_count" | "quotes_count" | "emoji_reactions"
> & {
  /** Only of barks that have one. */
  poll?: Status["poll"];
};

/** The events of a person's live stream. The gateway adds the cursor. */
export type LiveEvent =
  | { type: "filters" }
  | { type: "bark"; status: Status }
  | { type: "bark:edited"; status: Status }
  | { type: "bark:deleted"; id: string }
  | { type: "notification"; notification: Notification }
  | { type: "read"; markers: Markers }
  | { type: "e2ee"; news: EncryptedNews };

/**
 * Something of encrypted messages that devices fetch: an envelope of a conversation, by its number; or, if both are
 * null, a change of the keys of one's own account.
 */
export interface EncryptedNews {
  conversation_id: string | null;
  number: number | null;
}

/**
 * What all gateways are told once for each bark, for streams that are not of one person: Town, topics and lists.
 * `by` are the people in whose lists it is.
 */
export type Broadcast =
  | { type: "bark"; status: Status }
  | { type: "bark:edited"; status: Status; by: string[] }
  | { type: "bark:deleted"; id: string; by: string[]; isPublic: boolean; topics: string[] };

/** What everybody who is connected is told of the town's announcements. `count`: how many people chose the emoji now. */
export type AnnouncementEvent =
  | { type: "announcement"; announcement: Announcement }
  | { type: "announcement:reaction"; id: string; name: string; count: number }
  | { type: "announcement:deleted"; id: string };

/** Socket.IO events, server → client. */
export interface ServerToClient {
  bark: (event: { cursor: LiveCursor; status: Status }) => void;
  /** The cursor is null when the event is sent only because the bark is watched. */
  "bark:edited": (event: { cursor: LiveCursor | null; status: Status }) => void;
  "bark:deleted": (event: { cursor: LiveCursor | null; id: string }) => void;
  /** The counters of a bark when it begins to be watched, and when they change; at most two events a second for each. */
  counts: (event: Counts) => void;
  notification: (event: { cursor: LiveCursor; notification: Notification }) => void;
  /** Another of the person's devices moved its markers; contains only the lists that changed. */
  read: (event: { cursor: LiveCursor } & Markers) => void;
  /** There is something to fetch from the inbox of encrypted messages, or about one's own keys. */
  e2ee: (event: { cursor: LiveCursor } & EncryptedNews) => void;
  /** The server no longer holds all events since `from`; live events continue from `cursor`. */
  gap: (event: { from: LiveCursor | null; cursor: LiveCursor }) => void;
  /** The town announces something. Not repeated to devices that were not connected: it is above Home until it is read. */
  announcement: (announcement: Announcement) => void;
  "signed-out": () => void;
}

/** Socket.IO events, client → server: which barks came on screen (at most 60 in all), and which left it. */
export interface ClientToServer {
  watch: (ids: string[], done?: (answer: "ok") => void) => void;
  unwatch: (ids: string[], done?: (answer: "ok") => void) => void;
}
