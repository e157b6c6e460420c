import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";
import type { Markers } from "@/lib/markers/schema";
import type { MediaAttachment } from "@/lib/media/schema";
import type { Notification } from "@/lib/notifications/schema";
import type { Counts } from "@/lib/realtime/events";

/** A new bark of the viewer's that is being sent, as it will be shown. */
export interface Sending {
  key: string;
  author: Viewer;
  text: string;
  spoiler: string;
  sensitive: boolean;
  pictures: MediaAttachment[];
  quote: Status | null;
  replyTo: Status | null;
}

/** The events that parts of a page send each other, and live events. */
export type AppEvent =
  /** `again`: it was already being sent when this listener subscribed. */
  | ({ type: "sending"; again?: boolean } & Sending)
  | { type: "sent"; key: string; status: Status }
  | { type: "unsent"; key: string }
  | { type: "arrived"; status: Status }
  | { type: "gone"; id: string }
  | { type: "back"; status: Status }
  | { type: "edited"; status: Status }
  | { type: "counts"; counts: Counts }
  | { type: "notification"; notification: Notification }
  | { type: "read"; markers: Markers }
  /** Somebody was muted or blocked on this page, or no longer is. */
  | { type: "person-hidden"; personId: string }
  | { type: "person-shown"; personId: string }
  | { type: "gap" }
  /** The town announces something; it is above Home from the next time it is opened. */
  | { type: "announced"; text: string }
  /** There is something new in an encrypted conversation; null: somebody's keys changed. */
  | { type: "e2ee"; conversationId: string | null };

type Listener = (news: AppEvent) => void;

const listeners = new Set<Listener>();
/** The viewer's barks that are being sent, newest last. */
const underway = new Map<string, Sending>();

/** Sends an event to every feed on the page. */
export function emit(news: AppEvent): void {
  if (news.type === "sending") underway.set(news.key, news);
  else if (news.type === "sent" || news.type === "unsent") underway.delete(news.key);
  for (const listener of listeners) listener(news);
}

/** Subscribes until the returned function is called. A new listener first gets the barks that are still being sent. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  for (const sending of underway.values()) listener({ ...sending, type: "sending", again: true });
  return () => void listeners.delete(listener);
}
