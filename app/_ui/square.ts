import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";
import type { Counts } from "@/lib/realtime/events";

/** What parts of a page tell each other, and what comes in live. */
export type News =
  | { type: "sending"; key: string; text: string; author: Viewer }
  | { type: "sent"; key: string; status: Status }
  | { type: "unsent"; key: string }
  | { type: "arrived"; status: Status }
  | { type: "gone"; id: string }
  | { type: "back"; status: Status }
  | { type: "edited"; status: Status }
  | { type: "counts"; counts: Counts }
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
