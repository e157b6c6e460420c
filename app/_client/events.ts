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
export type AppEvent =
  /** `again`: it was on its way already when this listener came. */
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
  /** Somebody was muted or blocked here, or is no longer. */
  | { type: "person-hidden"; personId: string }
  | { type: "person-shown"; personId: string }
  | { type: "gap" };

type Listener = (news: AppEvent) => void;

const listeners = new Set<Listener>();
/** Own barks on their way, the last one last. */
const underway = new Map<string, Sending>();

/** Tells every feed on the page. */
export function emit(news: AppEvent): void {
  if (news.type === "sending") underway.set(news.key, news);
  else if (news.type === "sent" || news.type === "unsent") underway.delete(news.key);
  for (const listener of listeners) listener(news);
}

/** Listens until the returned function is called. Who comes later hears first what is still on its way. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  for (const sending of underway.values()) listener({ ...sending, type: "sending", again: true });
  return () => void listeners.delete(listener);
}
