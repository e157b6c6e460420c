import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";
import type { Markers } from "@/lib/markers/schema";
import type { MediaAttachment } from "@/lib/media/schema";
import type { Notification } from "@/lib/notifications/schema";
import type { Counts } from "@/lib/realtime/events";

/** One's own bark on its way, as it will stand. */
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

/** What parts of a page tell each other, and what comes in live. */
export type News =
  | ({ type: "sending" } & Sending)
  | { type: "sent"; key: string; status: Status }
  | { type: "unsent"; key: string }
  | { type: "arrived"; status: Status }
  | { type: "gone"; id: string }
  | { type: "back"; status: Status }
  | { type: "edited"; status: Status }
  | { type: "counts"; counts: Counts }
  | { type: "notification"; notification: Notification }
  | { type: "read"; markers: Markers }
  /** Somebody was muted or blocked here, or is no longer. */
  | { type: "hushed"; personId: string }
  | { type: "unhushed"; personId: string }
  | { type: "gap" };

type Listener = (news: News) => void;

const listeners = new Set<Listener>();

/** Tells every feed on the page. */
export function tell(news: News): void {
  for (const listener of listeners) listener(news);
}

/** Listens until the returned function is called. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
